import { type CalendarDate, daysBetween, type Plan, type PlanDay, type Units } from "@strideiq/engine";
import { formatLongDate, RACE_NAMES } from "@strideiq/wording";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { messages } from "../messages.ts";
import { toolMessages } from "../messages/tools.ts";
import { useByTime } from "../preferences/measure.ts";
import { patiently } from "../shell/patience.ts";
import { classes } from "../ui/classes.ts";
import { Segmented } from "../ui/segmented.tsx";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { Adjustments } from "./adjustments.tsx";
import { Agenda } from "./agenda.tsx";
import type { TalesBySession } from "./data/edit.ts";
import { PlanFigures } from "./plan-figures.tsx";
import { weekOfToday } from "./plan-view.ts";
import { Ribbon, Scrubber } from "./ribbon.tsx";
import { STIMULI } from "./stimulus.ts";
import colours from "./stimulus.module.css";
import { useReadAhead } from "./use-read-ahead.ts";
import { useScrollToWeek, useWeekInView } from "./use-week-in-view.ts";
import { WeekTable } from "./week-table.tsx";
import { type Overview, overviewOf } from "./week-totals.ts";
import styles from "./plan-page.module.css";

interface PlanPageProps {
  readonly plan: Plan;
  readonly units: Units;
  readonly today: CalendarDate;
  /** What was told of its sessions; nothing of a plan that is only looked at. */
  readonly tales?: TalesBySession;
  /** The day that is to be looked at first, with its session; without it today. */
  readonly opensAt?: PlanDay | null;
  /** Stands between the title and the calendar: what can be done to the plan. */
  readonly tools?: ReactNode;
}

/** It brings the text of all laws along and stands below the calendar: it may come after it. */
const readPanels = () => import("./certificate-panel.tsx");
const Panels = lazy(async () => ({ default: (await patiently(readPanels)).Panels }));

/** Seven columns need this much room; below it the plan is an agenda. */
const WIDE = "(width >= 900px)";

/** Read when the first session is opened, and beforehand as soon as the page has nothing else to do. */
const readSheet = () => import("./day/session-sheet.tsx");
const readMonth = () => import("./month/month-view.tsx");
const readProgress = () => import("./progress/progress-view.tsx");
const SessionSheet = lazy(async () => ({ default: (await patiently(readSheet)).SessionSheet }));
const MonthView = lazy(async () => ({ default: (await patiently(readMonth)).MonthView }));
const ProgressView = lazy(async () => ({ default: (await patiently(readProgress)).ProgressView }));
const LATER_PARTS = [readSheet, readMonth, readProgress];

const say = toolMessages.views;

type View = "weeks" | "month" | "progress";

/** A plan to look at: the weeks, each session, the paces, and the certificate. */
export function PlanPage({ plan, units, today, tales, opensAt = null, tools }: PlanPageProps) {
  const [openId, setOpenId] = useState(opensAt?.sessions[0]?.id ?? null);
  const first = opensAt?.date ?? today;
  const overview = useOverview(plan, tales);
  const isWide = useMediaQuery(WIDE);
  const Calendar = isWide ? WideCalendar : NarrowCalendar;
  const [view, setView] = useState<View>("weeks");
  useReadAhead(LATER_PARTS);
  return (
    <main className={styles["page"]}>
      <Calendar
        overview={overview}
        units={units}
        today={today}
        first={first}
        view={view}
        views={<ViewSwitch view={view} onChange={setView} />}
        tools={tools}
        onOpen={setOpenId}
      />
      <div className={styles["panels"]}>
        <Suspense>
          <Panels plan={plan} units={units} />
        </Suspense>
      </div>
      {openId !== null && (
        <Suspense>
          <SessionSheet
            overview={overview}
            units={units}
            today={today}
            sessionId={openId}
            onChange={setOpenId}
            onClose={() => {
              setOpenId(null);
            }}
          />
        </Suspense>
      )}
    </main>
  );
}

function useOverview(plan: Plan, tales: TalesBySession | undefined): Overview {
  const before = useRef<Overview | null>(null);
  const goesByTime = useByTime();
  const overview = useMemo(
    () => overviewOf(plan, { tales, goesByTime }, before.current),
    [plan, tales, goesByTime],
  );
  useEffect(() => {
    before.current = overview;
  }, [overview]);
  return overview;
}

interface CalendarProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  /** The day that is looked at first. */
  readonly first: CalendarDate;
  readonly view: View;
  readonly views: ReactNode;
  readonly tools: ReactNode;
  readonly onOpen: (sessionId: string) => void;
}

const ViewSwitch = ({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) => (
  <Segmented
    legend={say.legend}
    size="small"
    options={[
      { value: "weeks", label: say.weeks },
      { value: "month", label: say.month },
      { value: "progress", label: say.progress },
    ]}
    value={view}
    onChange={onChange}
  />
);

/** The month and the progress, on any screen. */
const OtherView = ({
  overview,
  units,
  today,
  view,
  onOpen,
}: Omit<CalendarProps, "views" | "tools" | "first">) => (
  <Suspense fallback={<div className={styles["coming"]} />}>
    {view === "month" ? (
      <MonthView overview={overview} units={units} today={today} onOpen={onOpen} />
    ) : (
      <ProgressView overview={overview} units={units} today={today} />
    )}
  </Suspense>
);

function WideCalendar({ overview, units, today, first, view, views, tools, onOpen }: CalendarProps) {
  const { plan } = overview;
  const current = weekOfToday(plan, first);
  const active = useWeekInView(current);
  useScrollToWeek(current);
  return (
    <>
      <div className={styles["top"]}>
        <Title plan={plan} today={today} />
        <Ribbon overview={overview} units={units} active={active} />
        <PlanFigures overview={overview} units={units} today={today} />
      </div>
      <Preface
        overview={overview}
        tools={
          <div className={styles["tools"]}>
            {views}
            {tools}
          </div>
        }
      />
      <Adjustments plan={plan} units={units} isOpen />
      {view === "weeks" ? (
        <WeekTable overview={overview} units={units} today={today} opensAt={current} onOpen={onOpen} />
      ) : (
        <OtherView overview={overview} units={units} today={today} view={view} onOpen={onOpen} />
      )}
    </>
  );
}

function NarrowCalendar({ overview, units, today, first, view, views, tools, onOpen }: CalendarProps) {
  const { plan } = overview;
  const [active, setActive] = useState(() => weekOfToday(plan, first));
  const shared = { overview, units, active, onChoose: setActive };
  return (
    <>
      <div className={styles["narrowTop"]}>
        <Title plan={plan} today={today} />
        {tools}
        {views}
      </div>
      <Adjustments plan={plan} units={units} isOpen={false} />
      {view === "weeks" ? (
        <>
          <div className={styles["scrubber"]} data-covers="">
            <Scrubber {...shared} />
          </div>
          <Agenda {...shared} today={today} onOpen={onOpen} />
        </>
      ) : (
        <OtherView overview={overview} units={units} today={today} view={view} onOpen={onOpen} />
      )}
      <Preface overview={overview} />
      <PlanFigures overview={overview} units={units} today={today} />
    </>
  );
}

const Title = ({ plan, today }: Pick<PlanPageProps, "plan" | "today">) => (
  <div className={styles["title"]}>
    <h1>{RACE_NAMES[plan.distance]}</h1>
    <p>
      <span>{formatLongDate(plan.raceDate)}</span>
      <span>{messages.plan.countdown(plan.weeks.length, daysBetween(today, plan.raceDate))}</span>
    </p>
  </div>
);

/** What to know before reading the calendar: the colours, and what its figures are worth. */
const Preface = ({
  overview,
  tools = null,
}: Pick<CalendarProps, "overview"> & { readonly tools?: ReactNode }) => (
  <div className={styles["preface"]}>
    <div className={styles["prefaceLine"]}>
      <ul className={styles["legend"]} aria-label={messages.plan.legend}>
        {STIMULI.filter((stimulus) =>
          overview.weeks.some(({ totals }) => totals.mix.some((part) => part.stimulus === stimulus)),
        ).map((stimulus) => (
          <li key={stimulus} className={classes(colours[stimulus])}>
            {messages.plan.stimuli[stimulus]}
          </li>
        ))}
      </ul>
      {tools}
    </div>
    {overview.isEstimated && <p className={styles["note"]}>{messages.plan.estimatedNote}</p>}
  </div>
);
