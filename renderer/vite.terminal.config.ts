import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The operator's screen. Served by the shell as app://terminal/, hence relative addresses. */
export default defineConfig({
  root: path.join(import.meta.dirname, "terminal"),
  base: "./",
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, "..", "dist", "terminal"),
    emptyOutDir: true,
    target: "chrome130", // Chromium of the oldest Electron we run on
    assetsInlineLimit: 0, // data: addresses are outside our content security policy
    modulePreload: { polyfill: false }, // it would be an inline script
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000, // kB; it is read from the same machine, in one piece
  },
});
