import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The gallery of screens for tests and pictures, built like the terminal but never shipped. */
export default defineConfig({
  root: path.join(import.meta.dirname, "terminal"),
  base: "./",
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, "..", "dist", "gallery"),
    emptyOutDir: true,
    target: "chrome130",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: path.join(import.meta.dirname, "terminal", "gallery.html") },
  },
});
