import { loadReading } from "@/lib/features/waves/loaders";
import { isCut } from "@/lib/features/waves/view/part";
import { workforcesFile } from "@/lib/features/workforces/view/files";
import { workforceListView } from "@/lib/features/workforces/view/list";
import { paramsOf } from "@/lib/shared/search-params";
import { csvAnswer } from "../csv-answer";
import type { ListRoute } from "../list-answer";

export async function GET(request: Request, { params }: ListRoute): Promise<Response> {
  const { wave } = await params;
  const asked = paramsOf(new URL(request.url).searchParams);
  const context = await loadReading({ locale: "en", wave }, asked);
  const { rows } = workforcesFile(context.record, workforceListView(context, asked).shown);
  return csvAnswer(context.record, { name: "workforces", rows, isPart: isCut(context.record) }, asked);
}
