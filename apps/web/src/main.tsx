import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { currentAddress, placeOf } from "./path/path.ts";
import { applyTheme, storedTheme } from "./preferences/preferences.ts";
import { Broken } from "./shell/broken.tsx";
import { preload } from "./shell/routes.tsx";
import "./styles/tokens.css";
import "./styles/base.css";

// Where schemas of the contract are used they are read, not compiled: the content policy forbids code from text.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
applyTheme(storedTheme.read());
const isLoaded = preload(placeOf(currentAddress()));

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no #root.");

const root = createRoot(element, {
  onUncaughtError: (error) => {
    console.warn(error);
    root.render(<Broken />);
  },
});
// A fallback, once drawn, stays for 300 ms: it is quicker to wait for the part and to draw it at once.
void isLoaded.then(() => {
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
});
