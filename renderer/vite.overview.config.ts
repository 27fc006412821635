import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The pages the MES serves to browsers, at the root of its address. */
export default defineConfig({
  root: path.join(import.meta.dirname, "overview"),
  base: "/",
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, "..", "dist", "overview"),
    emptyOutDir: true,
    target: ["chrome120", "firefox120", "safari17"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000, // kB; it crosses the plant's own network, once
  },
});
