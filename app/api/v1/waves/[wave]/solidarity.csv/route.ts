import { solidarityFile, solidarityView } from "@/lib/features/solidarity/view";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "solidarity", view: solidarityView, file: solidarityFile });
}
