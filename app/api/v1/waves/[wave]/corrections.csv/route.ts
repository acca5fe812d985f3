import { correctionsFile, correctionsView } from "@/lib/features/corrections/view";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "corrections", view: correctionsView, file: correctionsFile });
}
