import { loadComparison } from "@/app/[locale]/(public)/waves/[wave]/compare/load-comparison";
import { comparisonFile } from "@/lib/features/comparisons/view/compared";
import { comparisonOf } from "@/lib/features/comparisons/view/comparison";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

/** The comparison of an address as its page has it; its words are codes, so that it is of no language. */
export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const search = paramsOf(new URL(request.url).searchParams);
  const { asked, context } = await loadComparison({ locale: "en", wave }, search);
  const { rows } = comparisonFile(comparisonOf(asked, context));
  return csvAnswer(
    context.record,
    { name: "comparison", rows, isPart: context.record.part?.related !== undefined },
    search,
  );
}
