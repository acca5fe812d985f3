import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOSEN_STANDINGS } from "@/lib/domain/chosen-standing";
import { prepareBulkFormSchema } from "./bulk";
import { DECISION_VERBS, decisionFormSchema } from "./forms";
import { REASON_TEMPLATES } from "./reason-templates";

const entry = { entryId: "019ace2e-0000-7000-8000-000000000000", seenVersion: "1" };
const sent = fc.record({
  locale: fc.constant("en"),
  verb: fc.constantFrom(...DECISION_VERBS),
  template: fc.constantFrom(...REASON_TEMPLATES.map(({ key }) => key)),
  standing: fc.constantFrom(...CHOSEN_STANDINGS),
});
const problemsOf = ({ error }: { error?: { issues: { message: string; path: PropertyKey[] }[] } | undefined }) =>
  error?.issues.map(({ message, path }) => `${path.join(".")}: ${message}`) ?? [];
const unfit = ["template: template_unfit"];

test("a ready reason decides only what it is for, about one entry and about many, and words written go before it", () => {
  fc.assert(
    fc.property(sent, (form) => {
      const use = REASON_TEMPLATES.find(({ key }) => key === form.template)?.use;
      const { verb, standing } = form;
      const isPlain = verb !== "approve" || standing === "normal";
      const one = decisionFormSchema.safeParse({ ...entry, ...form });
      expect(problemsOf(one)).toEqual(use === (isPlain ? verb : standing) ? [] : unfit);
      // Many are never given a standing.
      expect(problemsOf(prepareBulkFormSchema.safeParse(form))).toEqual(use === verb ? [] : unfit);
      expect(problemsOf(prepareBulkFormSchema.safeParse({ ...form, reason: "A copied leaflet" }))).toEqual([]);
    }),
  );
});
