/**
 * A station in so far as the shell can see it: a process that says it is ready, dies, refuses or hangs on as told by
 * STATION_DOUBLE, and ends when its channel closes.
 */
const behaviour = process.env.STATION_DOUBLE ?? "ready";

if (behaviour === "crash") {
  process.stderr.write("Error: the spindle is made of cheese\n    at somewhere\n");
  process.exit(1);
}
if (behaviour === "refuse") {
  process.stderr.write(`${JSON.stringify({ refused: "station.json: no such machine", hint: "Mend it" })}\n`);
  process.exit(3);
}
if (behaviour === "hang-on") process.on("disconnect", () => undefined);
else process.on("disconnect", () => process.exit(0));
if (behaviour === "chatter") process.send?.({ type: "ready", url: "http://evil.example", screenToken: "x" });

const port = Number(process.env.TAKT_STATION_PORT);
process.send?.({ type: "ready", url: `ws://127.0.0.1:${port}`, screenToken: "token-of-sixteen-or-more" });
setInterval(() => undefined, 60_000);
