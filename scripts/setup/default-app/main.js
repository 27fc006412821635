/**
 * What `electron <folder>` needs to run a folder: the registry-shipped Electron comes without it.
 * It must be an ES module that awaits the app: Electron holds `ready` back until its entry is evaluated, and the app's
 * custom scheme has to be registered before that.
 */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const require = createRequire(import.meta.url);
const options = readArguments(process.argv.slice(1));

if (options.print !== undefined) {
  process.stdout.write(`${options.print}\n`);
  app.exit(0);
} else if (options.target === undefined) {
  process.stderr.write("usage: electron [-r module] <folder or file>\n");
  app.exit(1);
} else {
  process.defaultApp = true;
  for (const module of options.preloaded) require(path.resolve(module));
  await import(pathToFileURL(entryOf(path.resolve(options.target))).href);
}

/** Chromium's own switches stand among the arguments and are skipped. */
function readArguments(args) {
  const found = { preloaded: [], target: undefined, print: undefined };
  for (let index = 0; index < args.length && found.target === undefined; index += 1) {
    const argument = args[index];
    if (argument === "-r" || argument === "--require") found.preloaded.push(args[++index]);
    else if (argument === "-v" || argument === "--version") found.print = `v${process.versions.electron}`;
    else if (argument === "-a" || argument === "--abi") found.print = process.versions.modules;
    else if (!argument.startsWith("-")) found.target = argument;
  }
  return found;
}

function entryOf(target) {
  if (statSync(target).isFile()) return target;
  const manifest = JSON.parse(readFileSync(path.join(target, "package.json"), "utf8"));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(target);
  return path.join(target, manifest.main);
}
