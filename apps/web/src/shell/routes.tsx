import type { QueryClient } from "@tanstack/react-query";
import { earlyPart } from "../api/early.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { pathOf, type Place } from "../path/path.ts";
import { hasRunOut, readSession, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { partOf } from "./part.tsx";

/** The parts of the page, each loaded when it is first shown. */
const parts = {
  home: partOf(async () => (await import("../home/home-page.tsx")).HomePage),
  wish: partOf(async () => (await import("../wish/wish-page.tsx")).WishPage),
  plan: partOf(async () => (await import("../plan/plan-loader.tsx")).PlanLoader),
  plans: partOf(async () => (await import("../home/plans-page.tsx")).PlansPage),
  runs: partOf(async () => (await import("../runs/runs-page.tsx")).RunsPage),
  run: partOf(async () => (await import("../runs/run-page.tsx")).RunPage),
  gallery: partOf(async () => (await import("../gallery/gallery-page.tsx")).GalleryPage),
  standard: partOf(async () => (await import("../gallery/standard-page.tsx")).StandardPage),
  compare: partOf(async () => (await import("../gallery/compare-page.tsx")).ComparePage),
  settings: partOf(async () => (await import("../settings/settings-page.tsx")).SettingsPage),
  account: partOf(async () => (await import("../account/account-page.tsx")).AccountPage),
  gone: partOf(async () => (await import("../account/gone-page.tsx")).GonePage),
  "sign-in": partOf(async () => (await import("../account/sign-in-page.tsx")).SignInPage),
  ranOut: partOf(async () => (await import("../account/sign-in-page.tsx")).RanOut),
  "sign-up": partOf(async () => (await import("../account/sign-up-page.tsx")).SignUpPage),
  "welcome-admin": partOf(async () => (await import("../account/welcome-admin-page.tsx")).WelcomeAdminPage),
  forgotten: partOf(async () => (await import("../account/password-pages.tsx")).ForgottenPage),
  confirm: partOf(async () => (await import("../account/confirm-pages.tsx")).ConfirmPage),
  "new-password": partOf(async () => (await import("../account/password-pages.tsx")).NewPasswordPage),
};

const HomePage = parts.home.Page;
const WishPage = parts.wish.Page;
const PlanLoader = parts.plan.Page;
const PlansPage = parts.plans.Page;
const RunsPage = parts.runs.Page;
const RunPage = parts.run.Page;
const GalleryPage = parts.gallery.Page;
const StandardPage = parts.standard.Page;
const ComparePage = parts.compare.Page;
const SettingsPage = parts.settings.Page;
const AccountPage = parts.account.Page;
const GonePage = parts.gone.Page;
const SignInPage = parts["sign-in"].Page;
const RanOut = parts.ranOut.Page;
const SignUpPage = parts["sign-up"].Page;
const WelcomeAdminPage = parts["welcome-admin"].Page;
const ForgottenPage = parts.forgotten.Page;
const ConfirmPage = parts.confirm.Page;
const NewPasswordPage = parts["new-password"].Page;

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/** What has not come by then is waited for by the page that shows it, in sight. */
const READ_AHEAD_MS = 400;

/** Loads what a place needs, and what it shows, before anything is drawn. */
export async function preload(place: Place, queries: QueryClient): Promise<void> {
  const data = Promise.all([readSession(queries), place.name === "plan" && readPlan(place.planId, queries)]);
  const limit = new Promise((resolve) => {
    window.setTimeout(resolve, READ_AHEAD_MS);
  });
  // What cannot be loaded is said by the page that needs it.
  const code = isPart(place.name) ? parts[place.name].read().catch(() => undefined) : undefined;
  await Promise.all([code, earlyPart(), Promise.race([data, limit])]).catch(() => undefined);
}

const readPlan = async (planId: string, queries: QueryClient): Promise<unknown> =>
  (await import("../plan/plan-loader.tsx")).readAhead(planId, queries);

/** Places that show what belongs to somebody. */
const OWN: readonly Place["name"][] = ["home", "plan", "plans", "runs", "run", "account"];

/** What is shown at a place; to somebody whose session ran out, the way back to it. */
export function PageAt({ place }: { readonly place: Place }) {
  const session = useSession();
  return session !== undefined && hasRunOut(session) && OWN.includes(place.name) ? (
    <RanOut />
  ) : (
    <Page place={place} />
  );
}

function Page({ place }: { readonly place: Place }) {
  switch (place.name) {
    case "home":
      return <HomePage />;
    case "wish":
      return <WishPage />;
    case "plan":
      return <PlanLoader key={pathOf(place)} planId={place.planId} day={place.day} />;
    case "plans":
      return <PlansPage />;
    case "runs":
      return <RunsPage />;
    case "run":
      return <RunPage key={place.activityId} activityId={place.activityId} />;
    case "gallery":
      return <GalleryPage />;
    case "standard":
      return <StandardPage key={place.standardPlanId} standardPlanId={place.standardPlanId} />;
    case "compare":
      return <ComparePage left={place.left} right={place.right} />;
    case "settings":
      return <SettingsPage />;
    case "account":
      return <AccountPage />;
    case "gone":
      return <GonePage />;
    case "sign-in":
      return <SignInPage next={place.next} />;
    case "sign-up":
      return <SignUpPage />;
    case "welcome-admin":
      return <WelcomeAdminPage />;
    case "forgotten":
      return <ForgottenPage />;
    case "confirm":
      return <ConfirmPage token={place.token} />;
    case "new-password":
      return <NewPasswordPage token={place.token} />;
    default:
      return <Missing />;
  }
}

const Missing = () => (
  <Notice title={messages.shell.missing} lead={messages.shell.missingLead}>
    <Link to={{ name: "home" }} className={buttons["primary"]}>
      {messages.shell.home}
    </Link>
  </Notice>
);
