import { loadReading } from "@/lib/features/waves/loaders";
import { feedAnswer } from "../../../feed-answer";

type Route = { params: Promise<{ wave: string }> };

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { wave } = await params;
  return feedAnswer(request, (locale) => loadReading({ locale, wave }));
}
