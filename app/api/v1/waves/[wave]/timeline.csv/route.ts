import { timelineFile, timelineView } from "@/lib/features/events/view";
import { type ListRoute, listAnswer } from "../list-answer";

export function GET(request: Request, route: ListRoute): Promise<Response> {
  return listAnswer(request, route, { name: "timeline", view: timelineView, file: timelineFile });
}
