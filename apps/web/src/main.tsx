import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { currentAddress, placeOf } from "./path/path.ts";
import { applyTheme, storedTheme } from "./preferences/preferences.ts";
import { Broken } from "./shell/broken.tsx";
import { preload } from "./shell/routes.tsx";

// Where schemas of the contract are used they are read, not compiled: the content policy forbids code from text.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
const applyStoredTheme = (): void => {
  applyTheme(storedTheme.read());
};
applyStoredTheme();
storedTheme.subscribe(applyStoredTheme);

// An answer and what waited for it are drawn together: a choice that has arrived does not flicker back.
notifyManager.setScheduler(queueMicrotask);
const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
const isLoaded = preload(placeOf(currentAddress()), queryClient);
const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no #root.");

const root = createRoot(element, {
  onUncaughtError: (error) => {
    console.warn(error);
    root.render(<Broken />);
  },
});
// It is quicker to wait for the part and what it shows than to draw something else first.
void isLoaded.then(() => {
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
});
