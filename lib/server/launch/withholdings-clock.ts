import { lapseWithholdings } from "@/lib/features/withholdings/mutations/lift";
import { isDatabaseDown } from "@/lib/server/database-down";
import { errorFields, log } from "@/lib/server/logger";

const everyMs = 60_000;

/** Once a minute what nobody confirmed in time becomes public again; returns the way to stop looking. */
export function keepTimeOfWithholdings(): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      const count = await lapseWithholdings();
      if (count > 0) log("info", { event: "withholdings-lapsed", count });
    } catch (problem) {
      // A database that is away is in the log already; the next minute looks again.
      if (!isDatabaseDown(problem)) log("error", { event: "withholdings-clock", ...errorFields(problem) });
    }
  };
  const clock = setInterval(() => {
    looking = looking.then(look);
  }, everyMs).unref();
  return async () => {
    clearInterval(clock);
    await looking;
  };
}
