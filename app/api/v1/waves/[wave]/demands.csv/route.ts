import { demandsFile, demandsView } from "@/lib/features/demands/view";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "demands", view: demandsView, file: demandsFile });
}
