// Publication lists for Eleventy, Astro and other builders in JavaScript.
// As _data/publications.mjs (Eleventy) it is data; elsewhere: await load({ list: "selected" }).
import { execFileSync } from "node:child_process";

export function load(options = {}) {
  const given = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  // A list of arguments, no shell; whatever stops pubs stops the build.
  const text = execFileSync(process.env.PUBS ?? "pubs", ["block", "--to", "site", "--", ...given], {
    encoding: "utf-8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const list = JSON.parse(text);
  if (!list.count) throw new Error(`publist: no publications (${given.join(" ") || "all"})`);
  return list;
}

export default () => load({ list: "publications" });
