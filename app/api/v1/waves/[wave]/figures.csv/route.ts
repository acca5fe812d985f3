import { figuresFile } from "@/lib/features/workforces/view/files";
import { tableAnswer } from "../table-answer";

type Route = { params: Promise<{ wave: string }> };

export function GET(_request: Request, route: Route): Promise<Response> {
  return tableAnswer(route, "figures", figuresFile);
}
