import type { WeekFrame } from "../generate/frame.ts";
import { type Effort, stressOfZone } from "../plan/stimulus.ts";
import { itemAt } from "../result/item-at.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { sessionText } from "../workout/block.ts";
import type { Work } from "../workout/ladder.ts";

/** A key session with the ways to cut it, and with those of another dose. */
export interface OpenPlace {
  readonly week: number;
  readonly index: number;
  readonly ways: readonly Work[];
  readonly waysAt: (workSeconds: number) => readonly Work[];
}

type Limits = Rulebook["laws"]["T5"];
type Works = readonly (readonly (Work | null)[])[];

/**
 * Law T5: a hard session that may fall into the last days before the race holds hardly more of its effort than one
 * before it did, in pieces that are not much longer. Work at race pace is left as it is: long runs have held more.
 */
export function familiarWorks(
  works: Works,
  places: readonly OpenPlace[],
  frames: readonly WeekFrame[],
  { laws }: Rulebook,
): Works {
  const isLate = (week: number): boolean =>
    itemAt(frames, week).days.some(
      ({ daysToRace }) => daysToRace > laws.S3.daysMin && daysToRace < laws.T5.days,
    );
  const met = metIn(works.filter((_, week) => !isLate(week)).flat());
  const familiar = works.map((row) => [...row]);
  for (const place of places) {
    const work = itemAt(itemAt(works, place.week), place.index);
    if (work === null || !isLate(place.week)) continue;
    const known = met.get(effortOf(work));
    if (known === undefined || isFamiliar(work, known, laws.T5)) continue;
    itemAt(familiar, place.week)[place.index] = familiarWay(place, known, laws.T5) ?? work;
  }
  return familiar;
}

interface Known {
  readonly workSeconds: number;
  readonly pieceSeconds: number;
  /** In the order in which they were held. */
  readonly texts: readonly string[];
  readonly isUnbroken: boolean;
}

const effortOf = ({ mainZone }: Work): Effort | "endurance" => stressOfZone(mainZone);

function metIn(works: readonly (Work | null)[]): ReadonlyMap<string, Known> {
  const met = new Map<string, Known>();
  for (const work of works) {
    if (work === null || effortOf(work) === "race_pace") continue;
    const last = met.get(effortOf(work)) ?? {
      workSeconds: 0,
      pieceSeconds: 0,
      texts: [],
      isUnbroken: false,
    };
    met.set(effortOf(work), {
      workSeconds: Math.max(last.workSeconds, work.workSeconds),
      pieceSeconds: Math.max(last.pieceSeconds, work.longestPieceSeconds),
      texts: [...last.texts, sessionText(work)],
      isUnbroken: last.isUnbroken || work.pieces === 1,
    });
  }
  return met;
}

/** Of what the law lets a session grow one half is left to its options, which may lie apart. */
const isFamiliar = (work: Work, known: Known, { pieceShareMax, workShareMax }: Limits): boolean =>
  work.workSeconds <= (known.workSeconds * (1 + workShareMax)) / 2 &&
  work.longestPieceSeconds <= known.pieceSeconds * pieceShareMax;

/**
 * Nearly as much work as is known, in the longest pieces that are not new: so a block still ends on its highest step,
 * and unbroken where it was so before (law I6). Where all of that was held before, as much as there is, only not the
 * very session that came last.
 */
function familiarWay({ ways, waysAt }: OpenPlace, known: Known, limits: Limits): Work | undefined {
  const familiar = [...ways, ...waysAt(known.workSeconds), ...waysAt(known.workSeconds * NEARLY)].filter(
    (way) => isFamiliar(way, known, limits) && (way.pieces === 1 || !known.isUnbroken),
  );
  const fresh = familiar.filter(
    (way) => way.workSeconds >= known.workSeconds * NEARLY && !known.texts.includes(sessionText(way)),
  );
  const most = familiar
    .filter((way) => sessionText(way) !== known.texts.at(-1))
    .toSorted((a, b) => b.workSeconds - a.workSeconds);
  return fresh.toSorted(byPiece)[0] ?? most[0];
}

const byPiece = (a: Work, b: Work): number =>
  b.longestPieceSeconds - a.longestPieceSeconds || b.workSeconds - a.workSeconds;

/** Law I6 lets the minutes at threshold fall by a tenth, whichever options are chosen. */
const NEARLY = 0.93;
