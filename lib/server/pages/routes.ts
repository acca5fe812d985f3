import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * public: the same for everybody, finished once. personal: one reader's, made for each request. entrance: the bare
 * address, which leads to a language.
 */
export type Plane = "public" | "personal" | "entrance";
export type Route = { pattern: string; plane: Plane };
export type MatchedRoute = Route & { params: Record<string, string> };

type Node = { fixed: Map<string, Node>; dynamic?: { name: string; node: Node }; route?: Route };

const manifestFile = path.join(".next", "app-path-routes-manifest.json");
/** A path of any length: `[...rest]` is how the app answers "not found", `[...nextauth]` belongs to one library. */
const openEnd = /^\[\.\.\.(\w+)\]$/;
const dynamicPart = /^\[(\w+)\]$/;

/** The folder of the app says it: `(public)`, the open interface and what search engines read are the same for all. */
function planeOf(file: string): Plane | null {
  if (file === "/route") return "entrance";
  if (/^\/_|\/\[\.\.\.rest\]\/|\/\(notice\)\//.test(file)) return null;
  return /\/\(public\)\/|^\/api\/v1\/|^\/(?:sitemap\.xml|robots\.txt|manifest\.webmanifest)\//.test(file)
    ? "public"
    : "personal";
}

/** Every address pattern of the built app, so that a new page is known by standing in its folder. */
export class RouteTable {
  readonly #root: Node = { fixed: new Map() };
  readonly routes: readonly Route[];

  constructor(manifest: Readonly<Record<string, string>>) {
    const routes: Route[] = [];
    for (const [file, pattern] of Object.entries(manifest)) {
      const plane = planeOf(file);
      if (plane === null) continue;
      routes.push({ pattern, plane });
      this.#add({ pattern, plane });
    }
    this.routes = routes;
  }

  #add(route: Route): void {
    let node = this.#root;
    for (const part of route.pattern.split("/").filter(Boolean)) {
      const name = (dynamicPart.exec(part) ?? openEnd.exec(part))?.[1];
      if (name !== undefined) {
        node.dynamic ??= { name, node: { fixed: new Map() } };
        node = node.dynamic.node;
        if (openEnd.test(part)) node.dynamic = { name, node };
      } else {
        const next: Node = node.fixed.get(part) ?? { fixed: new Map() };
        node.fixed.set(part, next);
        node = next;
      }
    }
    node.route = route;
  }

  /** The route of a path by its decoded parts; what stands there word for word wins over a dynamic part. */
  match(parts: readonly string[]): MatchedRoute | null {
    const found = this.#walk(this.#root, parts, 0);
    return found && { ...found.route, params: Object.fromEntries(found.params) };
  }

  #walk(node: Node, parts: readonly string[], at: number): { route: Route; params: [string, string][] } | null {
    const part = parts[at];
    if (part === undefined) return node.route ? { route: node.route, params: [] } : null;
    const fixed = node.fixed.get(part);
    const exact = fixed ? this.#walk(fixed, parts, at + 1) : null;
    if (exact || !node.dynamic) return exact;
    const { name, node: next } = node.dynamic;
    const found = this.#walk(next, parts, at + 1);
    return found && { route: found.route, params: [[name, part], ...found.params] };
  }
}

export function readRoutes(folder: string): RouteTable {
  return new RouteTable(JSON.parse(readFileSync(path.join(folder, manifestFile), "utf8")));
}
