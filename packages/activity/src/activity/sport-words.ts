import type { Sport } from "./activity.ts";

/**
 * Whole words by which watches, programs and archives say which sport it was, in the languages in which they come.
 * Never parts of words: Friday is no ride, and a camminata no swim. What stands first counts: a trail run is a run.
 */
const WORDS: readonly (readonly [Sport, string])[] = [
  [
    "other",
    "wheelchair handcycle rollstuhl fauteuil silla cadeira carrozzina rolstoel horseback motorcycling driving",
  ],
  [
    "strength",
    `strength strengthtraining weight weights weighttraining weightlifting crossfit gym pilates yoga floorclimbing
    krafttraining kraftsport gewichtstraining musculation fuerza pesas musculación musculacion musculação peso forza
    pesi krachttraining siłowy siłownia styrketräning styrka styrketrening styrketræning voimaharjoittelu kuntosali
    posilování силовая`,
  ],
  [
    "cross_training",
    `snowshoe snowshoeing snow ski skiing skier snowboard snowboarding skate skating skateboard rollerski rollerskiing
    elliptical ellipticaltrainer crosstrainer stair stairs stairstepper stairclimbing row rowing
    paddling paddle paddleboarding standuppaddling kayak kayaking canoeing sail sailing surfing surf kitesurf windsurf rockclimbing
    climbing climb soccer football tennis badminton squash padel pickleball golf hiit workout fitness training
    cardio highintensityintervaltraining schneeschuhwandern schneeschuh langlauf skilanglauf skifahren skitour
    crosstraining rudern klettern eislaufen inlineskaten ellipsentrainer ellipse raquettes aviron escalade
    entraînement entrainement esquí esqui remo escalada elíptica eliptica entrenamiento treino treinamento sci
    ciaspole canottaggio arrampicata allenamento langlaufen schaatsen roeien klimmen nart narty wioślarstwo trening
    skidor längdskidor rodd langrenn hiihto soutu lyže běžky лыжи тренировка гребля kürek`,
  ],
  [
    "walk",
    `walk walking walks walked spaziergang spazieren gehen nordicwalking marche marcher promenade caminata caminar
    paseo caminhada camminata camminare passeggiata wandeling wandelen spacer marsz promenad gång gåtur gange
    kävely kävelylenkki chůze procházka ходьба прогулка yürüyüş séta gyaloglás`,
  ],
  [
    "hike",
    `hike hiking hikes hiked mountaineering trekking trek wanderung wandern bergwanderung randonnée randonnee rando
    senderismo excursión excursion trilha escursione escursionismo bergwandeling wędrówka vandring vandretur fottur
    vaellus turistika túra поход túrázás`,
  ],
  [
    "ride",
    `ride rides riding cycling cycle bike bikes biking biked bicycle ebike ebikeride ebiking mountainbike
    mountainbiking gravelride gravel mtb radfahrt radfahren radtour rad fahrrad fahrradfahrt rennrad vélo velo vtt
    velomobile cyclisme ciclismo ciclista bicicleta bici pedalada pedal ciclovia pedalata bicicletta fietsrit
    fietstocht fietsen fiets rit wielrennen rower rowerze rowerowa kolarstwo jazda przejażdżka cykel cykling cykeltur
    cykelpass sykkel sykling sykkeltur pyörä pyöräily pyörälenkki kolo cyklistika jízda велосипед велозаезд заезд
    велопоездка bisiklet sürüş kerékpár kerékpározás`,
  ],
  [
    "swim",
    `swim swims swimming swam openwaterswim schwimmen schwimmtraining natation nage natación natacion natação natacao
    nuoto nuotata zwemmen zwemsessie zwemtraining pływanie simning simpass svømming svømmetur svømning uinti plavání
    плавание заплыв yüzme úszás`,
  ],
  [
    "run",
    `run runs running runner ran jog jogs jogging jogged treadmill parkrun virtualrun trailrun lauf
    laufen läufe traillauf geländelauf dauerlauf waldlauf bahnlauf laufband joggen footing course courir trail
    carrera correr corriendo corrida corrido corsa correre hardloopsessie hardlopen hardloop hardlooptraining
    bieg bieganie biegi löpning löppass löprunda løp løping løpetur løb løbetur juoksu juoksulenkki lenkki běh běhání
    бег забег пробежка koşu koşusu futás`,
  ],
];

/** In languages that are written without spaces a sport is found wherever it stands. */
const SIGNS: readonly (readonly [Sport, RegExp])[] = [
  ["walk", /散歩|ウォーク|ウォーキング|步行|散步|걷기|산책|워킹/u],
  ["hike", /ハイキング|ハイク|徒步|远足|健行|登山|하이킹|등산/u],
  ["ride", /ライド|サイクリング|自転車|骑行|骑车|騎乘|騎車|라이딩|자전거|사이클/u],
  ["swim", /スイム|水泳|游泳|수영/u],
  ["run", /ラン(?!チ|ダ)|ジョギング|跑|달리기|러닝|조깅/u],
];

/** Words that say a sport as a type, and anything at all in a title: a training day, a climb to somewhere. */
const ONLY_AS_TYPE: ReadonlySet<Sport> = new Set(["cross_training", "strength", "other"]);

/** Titles in which these words stand for something else: the trail, the course, the path one ran on. */
const VAGUE_IN_TITLES: ReadonlySet<string> = new Set(
  "trail course rit pedal gravel trek jazda rad kolo paseo promenade".split(" "),
);

const SPORT_OF: ReadonlyMap<string, Sport> = new Map(
  WORDS.flatMap(([sport, text]) => text.split(/\s+/).map((word): [string, Sport] => [word, sport])),
);

/** `TrailRun`, `e_bike`, `Laufen (Trail)`: the words in it, and what it says written as one. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? [];

/** The sport of which a type speaks; null when it is none that is known. */
export function sportOfType(text: string): Sport | null {
  const words = wordsOf(text);
  const named = new Set([...words, words.join("")].flatMap((word) => SPORT_OF.get(word) ?? []));
  return WORDS.find(([sport]) => named.has(sport))?.[0] ?? signIn(text);
}

/** The one sport that a title names; null when it names none, or two: a run with the bike club. */
export function sportOfTitle(text: string): Sport | null {
  const named = new Set(
    wordsOf(text)
      .filter((word) => !VAGUE_IN_TITLES.has(word))
      .flatMap((word) => SPORT_OF.get(word) ?? [])
      .filter((sport) => !ONLY_AS_TYPE.has(sport)),
  );
  const [only] = named;
  return named.size > 1 ? null : (only ?? signIn(text));
}

const signIn = (text: string): Sport | null => SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
