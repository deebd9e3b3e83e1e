import { lazy } from "react";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import type { Place } from "../path/path.ts";
import { hasRunOut, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";

/** The parts of the page, each loaded when it is first shown. */
const parts = {
  home: () => import("../home/home-page.tsx").then(({ HomePage }) => ({ default: HomePage })),
  wish: () => import("../wish/wish-page.tsx").then(({ WishPage }) => ({ default: WishPage })),
  plan: () => import("../plan/plan-loader.tsx").then(({ PlanLoader }) => ({ default: PlanLoader })),
  plans: () => import("../home/plans-page.tsx").then(({ PlansPage }) => ({ default: PlansPage })),
  gallery: () => import("../gallery/gallery-page.tsx").then(({ GalleryPage }) => ({ default: GalleryPage })),
  standard: () =>
    import("../gallery/standard-page.tsx").then(({ StandardPage }) => ({ default: StandardPage })),
  compare: () => import("../gallery/compare-page.tsx").then(({ ComparePage }) => ({ default: ComparePage })),
  settings: () =>
    import("../settings/settings-page.tsx").then(({ SettingsPage }) => ({ default: SettingsPage })),
  account: () => import("../account/account-page.tsx").then(({ AccountPage }) => ({ default: AccountPage })),
  gone: () => import("../account/gone-page.tsx").then(({ GonePage }) => ({ default: GonePage })),
  "sign-in": () => import("../account/sign-in-page.tsx").then(({ SignInPage }) => ({ default: SignInPage })),
  ranOut: () => import("../account/sign-in-page.tsx").then(({ RanOut: page }) => ({ default: page })),
  "sign-up": () => import("../account/sign-up-page.tsx").then(({ SignUpPage }) => ({ default: SignUpPage })),
  "welcome-admin": () =>
    import("../account/welcome-admin-page.tsx").then(({ WelcomeAdminPage }) => ({
      default: WelcomeAdminPage,
    })),
  forgotten: () =>
    import("../account/password-pages.tsx").then(({ ForgottenPage }) => ({ default: ForgottenPage })),
  "new-password": () =>
    import("../account/password-pages.tsx").then(({ NewPasswordPage }) => ({ default: NewPasswordPage })),
};

const HomePage = lazy(parts.home);
const WishPage = lazy(parts.wish);
const PlanLoader = lazy(parts.plan);
const PlansPage = lazy(parts.plans);
const GalleryPage = lazy(parts.gallery);
const StandardPage = lazy(parts.standard);
const ComparePage = lazy(parts.compare);
const SettingsPage = lazy(parts.settings);
const AccountPage = lazy(parts.account);
const GonePage = lazy(parts.gone);
const SignInPage = lazy(parts["sign-in"]);
const RanOut = lazy(parts.ranOut);
const SignUpPage = lazy(parts["sign-up"]);
const WelcomeAdminPage = lazy(parts["welcome-admin"]);
const ForgottenPage = lazy(parts.forgotten);
const NewPasswordPage = lazy(parts["new-password"]);

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/** Loads what a place needs, before anything is drawn. */
export async function preload({ name }: Place): Promise<void> {
  // What cannot be loaded is said by the page that needs it.
  if (isPart(name)) await parts[name]().catch(() => undefined);
}

/** Places that show what belongs to somebody. */
const OWN: readonly Place["name"][] = ["home", "plan", "plans", "account"];

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
      return <PlanLoader key={place.planId} planId={place.planId} />;
    case "plans":
      return <PlansPage />;
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
