import { loadReadingOfWorkforce } from "@/lib/features/waves/loaders";
import { feedAnswer } from "../../../feed-answer";

type Route = { params: Promise<{ workforce: string }> };

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { workforce } = await params;
  return feedAnswer(request, (locale) => loadReadingOfWorkforce({ locale, workforce }), workforce);
}
