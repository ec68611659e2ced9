import { generateCity } from "../../api/src/demonstration/city.ts";

// A process of its own that makes a city, for a test that kills it.
const { now, ...options } = JSON.parse(process.argv[2]);
await generateCity({ ...options, now: new Date(now), log: { info() {} } });
