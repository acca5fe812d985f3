import type { ChartDrawing } from "@/lib/shared/chart/drawing";
import { CrowdsChart } from "./crowds-chart";
import { ParticipationChart } from "./participation-chart";
import type { ChartProps } from "./plot";
import { ReachChart } from "./reach-chart";

/** Any chart, drawn alike by the server's worker and by the browser. Brings Recharts: import it only when touched. */
export function ChartCanvas({ drawing, ...rest }: ChartProps<ChartDrawing>) {
  if (drawing.kind === "participation") return <ParticipationChart drawing={drawing} {...rest} />;
  if (drawing.kind === "reach") return <ReachChart drawing={drawing} {...rest} />;
  return <CrowdsChart drawing={drawing} {...rest} />;
}
