import { claimListFile, claimListView } from "@/lib/features/figures/view/claim-list";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "figures", view: claimListView, file: claimListFile });
}
