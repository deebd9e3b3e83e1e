import process from "node:process";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page is built once; the server hands out `dist`. In development the API is the running server's. */
export default defineConfig(({ command }) => {
  // What is built is what runners get, also when a test run (which sets `test`) has it built.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      outDir: "dist",
      emptyOutDir: true,
      target: "es2023",
      assetsInlineLimit: 0,
      modulePreload: false,
    },
    server: { proxy: { "/v1": process.env["STRIDEIQ_API"] ?? "http://127.0.0.1:4747" } },
  };
});
