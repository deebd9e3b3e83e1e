import process from "node:process";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Many small files cost a browser more than a few large ones. What comes first stands first. */
const GROUPS = [
  { name: "entry", test: /src\/(entry|api\/early)\.ts$|preload-helper/, priority: 3 },
  { name: "page", test: /src\/main\.tsx$/, priority: 2 },
  { name: "calendar", test: /src\/plan\/plan-loader\.tsx$/, priority: 1 },
];

/** The page is built once; the server hands out `dist`. In development the API is the running server's. */
export default defineConfig(({ command }) => {
  // What is built is what runners get, also when a test run (which sets `test`) has it built.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    root: import.meta.dirname,
    plugins: [react(), announceMain],
    build: {
      outDir: "dist",
      emptyOutDir: true,
      target: "es2023",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
    },
    server: { proxy: { "/v1": process.env["STRIDEIQ_API"] ?? "http://127.0.0.1:4747" } },
  };
});

/** The document names what its first lines will ask for, so that both travel at once. */
const announceMain: Plugin = {
  name: "announce-main",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const main = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith("/src/main.tsx")));
      return [main?.fileName, ...(main?.imports ?? [])]
        .filter((file) => file !== undefined && !html.includes(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${String(file)}` },
          injectTo: "head" as const,
        }));
    },
  },
};
