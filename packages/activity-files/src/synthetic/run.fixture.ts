import { Encoder } from "@garmin/fitsdk";

/** A made-up run: north along a meridian at an even pace, a sample every so many seconds. */
export interface SyntheticRun {
  readonly startedAt: number;
  readonly seconds: number;
  readonly everySeconds: number;
  readonly secondsPerKm: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly heartRate: number;
  /** How far its hills reach over and under their middle; 20 when it is not told. */
  readonly hillMetres?: number;
}

interface Point {
  readonly at: number;
  readonly latitude: number;
  readonly metres: number;
  readonly altitude: number;
}

/** Metres of a degree of latitude. */
const DEGREE_METRES = 111_195;

function* pointsOf(run: SyntheticRun): Generator<Point> {
  for (let second = 0; second <= run.seconds; second += run.everySeconds) {
    const metres = (second / run.secondsPerKm) * 1000;
    const altitude = 100 + (run.hillMetres ?? 20) * Math.sin(metres / 800);
    yield {
      at: run.startedAt + second * 1000,
      latitude: run.latitude + metres / DEGREE_METRES,
      metres,
      altitude,
    };
  }
}

export function gpxOf(run: SyntheticRun, type: string | null = "running"): string {
  const points = [...pointsOf(run)].map(
    ({ altitude, at, latitude }) =>
      `<trkpt lat="${latitude.toFixed(7)}" lon="${run.longitude.toFixed(7)}"><ele>${altitude.toFixed(1)}</ele>` +
      `<time>${new Date(at).toISOString()}</time><extensions><gpxtpx:TrackPointExtension>` +
      `<gpxtpx:hr>${run.heartRate}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Synthetic" xmlns="http://www.topografix.com/GPX/1/1" ' +
      'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"><trk>',
    type === null ? "" : `<type>${type}</type>`,
    `<trkseg>${points.join("\n")}</trkseg></trk></gpx>`,
  ].join("\n");
}

/** Strava's TCX files begin with blanks. */
export function tcxOf(run: SyntheticRun, sport = "Running"): string {
  const start = new Date(run.startedAt).toISOString();
  const points = [...pointsOf(run)].map(
    ({ altitude, at, latitude, metres }) =>
      `<Trackpoint><Time>${new Date(at).toISOString()}</Time><Position><LatitudeDegrees>${latitude.toFixed(7)}` +
      `</LatitudeDegrees><LongitudeDegrees>${run.longitude.toFixed(7)}</LongitudeDegrees></Position>` +
      `<AltitudeMeters>${altitude.toFixed(1)}</AltitudeMeters><DistanceMeters>${metres.toFixed(2)}` +
      `</DistanceMeters><HeartRateBpm><Value>${run.heartRate}</Value></HeartRateBpm></Trackpoint>`,
  );
  const metres = (run.seconds / run.secondsPerKm) * 1000;
  return [
    '          <?xml version="1.0" encoding="UTF-8"?>',
    '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">',
    `<Activities><Activity Sport="${sport}"><Id>${start}</Id><Lap StartTime="${start}">`,
    `<TotalTimeSeconds>${run.seconds}</TotalTimeSeconds><DistanceMeters>${metres.toFixed(2)}</DistanceMeters>`,
    `<Track>${points.join("\n")}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`,
  ].join("\n");
}

const FIT_EPOCH_MILLISECONDS = 631_065_600_000;
/** Numbers of the messages in FIT's profile. */
const MESSAGE = { fileId: 0, session: 18, lap: 19, record: 20, event: 21, activity: 34 } as const;
const SEMICIRCLES = 2 ** 31 / 180;

export function fitOf(run: SyntheticRun, sport = "running"): Uint8Array {
  const encoder = new Encoder();
  const tell = (message: number, fields: object): void => {
    encoder.onMesg(message, fields);
  };
  const time = (at: number): number => Math.round((at - FIT_EPOCH_MILLISECONDS) / 1000);
  const end = run.startedAt + run.seconds * 1000;
  tell(MESSAGE.fileId, {
    type: "activity",
    manufacturer: "development",
    product: 1,
    serialNumber: 1234,
    timeCreated: time(run.startedAt),
  });
  tell(MESSAGE.event, { timestamp: time(run.startedAt), event: "timer", eventType: "start" });
  for (const { altitude, at, latitude, metres } of pointsOf(run))
    tell(MESSAGE.record, {
      timestamp: time(at),
      positionLat: Math.round(latitude * SEMICIRCLES),
      positionLong: Math.round(run.longitude * SEMICIRCLES),
      distance: metres,
      enhancedAltitude: altitude,
      heartRate: run.heartRate,
      cadence: 88,
    });
  const totals = {
    timestamp: time(end),
    startTime: time(run.startedAt),
    totalElapsedTime: run.seconds,
    totalTimerTime: run.seconds,
    totalDistance: (run.seconds / run.secondsPerKm) * 1000,
    sport,
  };
  tell(MESSAGE.event, { timestamp: time(end), event: "timer", eventType: "stopAll" });
  tell(MESSAGE.lap, totals);
  tell(MESSAGE.session, totals);
  tell(MESSAGE.activity, { timestamp: time(end), numSessions: 1, type: "manual" });
  return encoder.close();
}
