import { beforeAll } from "vitest";
import { projectFolder } from "@/lib/server/launch/project";
import { readRoutes } from "@/lib/server/pages/routes";
import { ask, type Told } from "./support/asking";
import { fact } from "./support/fact";
import { everyKindOfPerson, type People, type Who } from "./support/people";
import { type Answered, personalRows, publicAddress } from "./support/role-matrix";
import { EVERYBODY } from "./writes/write";

let people: People;
const { routes } = readRoutes(projectFolder);

beforeAll(async () => {
  people = await everyKindOfPerson();
});

function answeredBy({ status, headers }: Told): Answered | string {
  const to = String(headers.location ?? "");
  if (status === 200) return "opens";
  if (status === 404) return "missing";
  if (status === 405) return "only sent to";
  if (status !== 307) return `status ${status}`;
  if (/\/sign-in(?:\?|$)/.test(to)) return "signs in";
  if (to.includes("/account?refused=role")) return "refused";
  return /\/account\/second-step(?:\?|$)/.test(to) ? "second step" : "leads on";
}

/** An ended session in the cookie is nobody's, and so is one that was never signed. */
fact("role matrix: every address answers every role as it should", async ({ tried, found }) => {
  for (const [pattern, { at, answers }] of Object.entries(personalRows)) {
    for (const who of EVERYBODY as Who[]) {
      tried();
      const told = await ask(people[who], at);
      const answered = answeredBy(told);
      if (answered !== answers[who]) found(`${pattern} for ${who}: ${answered}, not ${answers[who]}`);
      const isKept = !/no-store/.test(String(told.headers["cache-control"]));
      if (isKept && told.status === 200 && !pattern.startsWith("/api/health")) found(`${at} may be kept by anybody`);
    }
  }
});

/** What is of one answer and not of the page. */
const ofOneAnswer = new Set(["date", "age", "connection", "keep-alive"]);
const saidTo = ({ status, headers, text }: Told) =>
  JSON.stringify([status, Object.entries(headers).filter(([name]) => !ofOneAnswer.has(name)), text]);

fact("public addresses are the same bytes for every role, and set no cookie", async ({ tried, found }) => {
  for (const { pattern } of routes.filter(({ plane }) => plane !== "personal")) {
    const at = publicAddress(pattern);
    const first = await whenMade(at);
    if (first.status !== 200 && pattern !== "/") found(`${at} answers ${first.status}`);
    for (const who of EVERYBODY as Who[]) {
      tried();
      const told = await ask(people[who], at);
      if (told.headers["set-cookie"]) found(`${at} sets a cookie`);
      if (saidTo(told) !== saidTo(first)) found(`${at} is another for ${who}`);
    }
  }
});

/** A page that nobody asked for before may be on its way for a while. */
async function whenMade(at: string): Promise<Told> {
  for (let returns = 0; ; returns += 1) {
    const told = await ask(people.nobody, at);
    if (told.headers.refresh === undefined || returns === 15) return told;
    await new Promise((resolve) => setTimeout(resolve, Number(told.headers["retry-after"] ?? 1) * 1000));
  }
}
