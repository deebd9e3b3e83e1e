import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { applyTheme, storedTheme } from "./preferences/preferences.ts";
import "./styles/tokens.css";
import "./styles/base.css";

applyTheme(storedTheme.read());

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
