import { usePlanList } from "../api/plans.ts";
import { Away } from "../shell/away.tsx";
import { Loading } from "../ui/loading.tsx";
import { WishPage } from "../wish/wish-page.tsx";
import { PlansPage } from "./plans-page.tsx";

/** The first page: the form for somebody without a plan, and what is up today for everybody else. */
export function HomePage() {
  const list = usePlanList();
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  return list.value.plans.length === 0 ? <WishPage /> : <PlansPage />;
}
