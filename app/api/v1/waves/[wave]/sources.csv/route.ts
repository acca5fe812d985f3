import { sourcesFile, sourcesView } from "@/lib/features/sources/view";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "sources", view: sourcesView, file: sourcesFile });
}
