import { describe, expect, it } from "vitest";
import { claimKey, claimSubject } from "./claim-subject";
import { MEASURES, type Measure } from "./measure";

const about = (measure: Measure, workforceId: string | null = null) => ({ actionId: "A1", workforceId, measure });

describe("claimSubject", () => {
  it("gives attendance, places, arrests, injuries and deaths to the action, whatever workforce was named", () => {
    const named = MEASURES.filter((measure) => claimSubject(about(measure, "W1"), ["W1"]).workforceId === null);
    expect(named).toEqual(["attendance", "places", "arrests", "injuries", "deaths"]);
    expect(claimSubject(about("attendance", "W1"), ["W1", "W2"])).toEqual({ actionId: "A1", workforceId: null });
  });

  it("reads no workforce as the only one of the action", () => {
    expect(claimSubject(about("workers_directly_involved"), ["W1"])).toEqual({ actionId: "A1", workforceId: "W1" });
  });

  it("keeps no workforce apart where the action has several, or none on record", () => {
    expect(claimSubject(about("participation_rate"), ["W1", "W2"]).workforceId).toBeNull();
    expect(claimSubject(about("participation_rate"), []).workforceId).toBeNull();
  });

  it("keeps the workforce that is named", () => {
    expect(claimSubject(about("days_not_worked", "W2"), ["W1", "W2"]).workforceId).toBe("W2");
    expect(claimSubject(about("days_not_worked", "W2"), ["W1"]).workforceId).toBe("W2");
  });
});

describe("claimKey", () => {
  const claim = { ...about("workers_directly_involved"), basis: "on_day" } as const;

  it("is equal for one subject written in two ways", () => {
    expect(claimKey(claim, ["W1"])).toBe(claimKey({ ...claim, workforceId: "W1" }, ["W1"]));
    const crowd = { ...claim, measure: "attendance" } as const;
    expect(claimKey(crowd, ["W1", "W2"])).toBe(claimKey({ ...crowd, workforceId: "W2" }, ["W1", "W2"]));
  });

  it("differs by action, workforce, measure and basis", () => {
    const others = [
      claim,
      { ...claim, actionId: "A2" },
      { ...claim, workforceId: "W1" },
      { ...claim, measure: "attendance" },
      { ...claim, basis: "peak" },
    ] as const;
    expect(new Set(others.map((one) => claimKey(one, ["W1", "W2"]))).size).toBe(others.length);
    expect(claimKey({ ...claim, actionId: "A1", workforceId: "1" }, [])).not.toBe(
      claimKey({ ...claim, actionId: "A", workforceId: "11" }, []),
    );
  });
});
