import { MAX_COUNT, MAX_EDGE_COST, MAX_UNFILLED_COST, type Problem } from "../../../api/src/engine/matching/problem.ts";

/** A file that is not a DIMACS min-cost-flow file, or not one of our shape; says which line and why. */
export class DimacsError extends Error {
  readonly line: number;

  constructor(line: number, why: string) {
    super(line > 0 ? `line ${line}: ${why}` : why);
    this.name = "DimacsError";
    this.line = line;
  }
}

/** A problem read from a file, with the file's node number of each request and person. */
export interface DimacsProblem {
  readonly problem: Problem;
  readonly requestNode: Int32Array;
  readonly personNode: Int32Array;
  /** Different costs of an open place, rising: class 0 is the first. */
  readonly classCosts: readonly number[];
}

interface Arcs {
  count: number;
  readonly line: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  readonly cost: Int32Array;
}

interface Graph {
  readonly nodes: number;
  readonly supply: Float64Array;
  readonly supplyLine: Int32Array;
  readonly arcs: Arcs;
}

/**
 * Reads `p min`, `n` and `a` lines of the shape that a matching has: request nodes with supply, arcs of capacity 1 to people,
 * people to one sink with their capacity at no cost, and from each request an arc to the sink whose cost is that of an
 * open place. The file comes in pieces, of any size. Throws DimacsError for anything else.
 */
export function readDimacs(chunks: Iterable<Uint8Array>): DimacsProblem {
  return matchingOf(graphOf(chunks));
}

function* linesOf(chunks: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function graphOf(chunks: Iterable<Uint8Array>): Graph {
  let graph: Graph | undefined;
  let line = 0;
  for (const text of linesOf(chunks)) {
    line++;
    const words = text.trim().split(/\s+/);
    if (words[0] === "" || words[0] === "c") continue;
    if (words[0] === "p") {
      if (graph !== undefined) throw new DimacsError(line, "a second problem line");
      graph = emptyGraph(words, line);
      continue;
    }
    if (graph === undefined) throw new DimacsError(line, "the problem line `p min NODES ARCS` must come first");
    if (words[0] === "n") readNode(graph, words, line);
    else if (words[0] === "a") readArc(graph, words, line);
    else throw new DimacsError(line, `unknown line type ${JSON.stringify(words[0])}; use c, p, n or a`);
  }
  if (graph === undefined) throw new DimacsError(0, "there is no problem line `p min NODES ARCS`");
  const missing = graph.arcs.line.length - graph.arcs.count;
  if (missing > 0) throw new DimacsError(line, `the file ends ${missing} arcs early`);
  return graph;
}

function emptyGraph(words: readonly string[], line: number): Graph {
  if (words[1] !== "min" || words.length !== 4)
    throw new DimacsError(line, "the problem line must be `p min NODES ARCS`");
  const nodes = wholeNumber(words[2], line, "the number of nodes", 0, MAX_COUNT);
  const arcs = wholeNumber(words[3], line, "the number of arcs", 0, MAX_COUNT);
  return {
    nodes,
    supply: new Float64Array(nodes + 1),
    supplyLine: new Int32Array(nodes + 1),
    arcs: {
      count: 0,
      line: new Int32Array(arcs),
      from: new Int32Array(arcs),
      to: new Int32Array(arcs),
      capacity: new Int32Array(arcs),
      cost: new Int32Array(arcs),
    },
  };
}

function readNode(graph: Graph, words: readonly string[], line: number): void {
  if (words.length !== 3) throw new DimacsError(line, "a node line must be `n NODE SUPPLY`");
  const node = wholeNumber(words[1], line, "the node", 1, graph.nodes);
  if (graph.supplyLine[node] !== 0)
    throw new DimacsError(line, `node ${node} has a supply already, on line ${graph.supplyLine[node]}`);
  graph.supply[node] = wholeNumber(words[2], line, "the supply", -Number.MAX_SAFE_INTEGER, MAX_COUNT);
  graph.supplyLine[node] = line;
}

function readArc(graph: Graph, words: readonly string[], line: number): void {
  if (words.length !== 6) throw new DimacsError(line, "an arc line must be `a FROM TO LOW CAPACITY COST`");
  const { arcs, nodes } = graph;
  const at = arcs.count++;
  if (at === arcs.line.length) throw new DimacsError(line, `more arcs than the ${at} that the problem line announces`);
  arcs.line[at] = line;
  arcs.from[at] = wholeNumber(words[1], line, "the first node", 1, nodes);
  arcs.to[at] = wholeNumber(words[2], line, "the second node", 1, nodes);
  if (wholeNumber(words[3], line, "the lower bound", 0, MAX_COUNT) !== 0)
    throw new DimacsError(line, "a lower bound above 0 is not of the matching shape");
  arcs.capacity[at] = wholeNumber(words[4], line, "the capacity", 0, MAX_COUNT);
  arcs.cost[at] = wholeNumber(words[5], line, "the cost", 0, MAX_UNFILLED_COST);
}

function wholeNumber(word: string | undefined, line: number, what: string, low: number, high: number): number {
  const value = word !== undefined && /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN;
  if (!(value >= low && value <= high))
    throw new DimacsError(line, `${what} must be a whole number from ${low} to ${high}, not ${JSON.stringify(word)}`);
  return value;
}

function matchingOf(graph: Graph): DimacsProblem {
  const { nodes, supply, supplyLine, arcs } = graph;
  const sink = sinkOf(graph);
  const requestNode = Int32Array.from(nodesWhere(nodes, (node) => supply[node]! > 0));
  const number = new Int32Array(nodes + 1).fill(-1);
  for (const [r, node] of requestNode.entries()) number[node] = r;
  const open = new Float64Array(requestNode.length).fill(-1);
  const capacity = new Int32Array(nodes + 1).fill(-1);
  const edgeStart = new Int32Array(requestNode.length + 1);
  for (let at = 0; at < arcs.count; at++) {
    const from = arcs.from[at]!;
    const to = arcs.to[at]!;
    const line = arcs.line[at]!;
    const isRequest = supply[from]! > 0;
    if (from === sink) throw new DimacsError(line, `node ${sink} is the sink; no arc may leave it`);
    if (supply[to]! > 0) throw new DimacsError(line, `node ${to} has supply, so it is a request; no arc may enter it`);
    if (isRequest && to === sink) {
      if (open[number[from]!]! >= 0) throw new DimacsError(line, `request ${from} has a second arc to the sink`);
      if (arcs.capacity[at]! < supply[from]!)
        throw new DimacsError(
          line,
          `the open places of request ${from} must be able to take its whole supply ${supply[from]}`,
        );
      open[number[from]!] = arcs.cost[at]!;
    } else if (isRequest) {
      if (arcs.capacity[at] !== 1)
        throw new DimacsError(line, `an arc from a request to a person must have capacity 1`);
      if (arcs.cost[at]! > MAX_EDGE_COST) throw new DimacsError(line, `a cost above ${MAX_EDGE_COST}`);
      edgeStart[number[from]! + 1]! += 1;
    } else if (to === sink) {
      if (capacity[from]! >= 0) throw new DimacsError(line, `person ${from} has a second arc to the sink`);
      if (arcs.cost[at] !== 0) throw new DimacsError(line, `the arc from person ${from} to the sink must cost 0`);
      capacity[from] = arcs.capacity[at]!;
    } else {
      throw new DimacsError(
        line,
        `node ${from} has no supply, so it is a person; its only arc must go to the sink ${sink}`,
      );
    }
  }
  for (const [r, node] of requestNode.entries()) {
    if (open[r]! < 0)
      throw new DimacsError(supplyLine[node]!, `request ${node} has no arc to the sink for its open places`);
  }
  const personNode = Int32Array.from(nodesWhere(nodes, (node) => supply[node] === 0 && node !== sink));
  for (const [p, node] of personNode.entries()) number[node] = p;
  const classCosts = [...new Set(open)].sort((a, b) => a - b);
  if (classCosts.length > 16)
    throw new DimacsError(0, `${classCosts.length} different costs of open places; at most 16 classes`);
  const problem: Problem = {
    need: Int32Array.from(requestNode, (node) => supply[node]!),
    urgency: Uint8Array.from(open, (cost) => classCosts.indexOf(cost)),
    unfilledCost: Int32Array.from(open),
    capacity: Int32Array.from(personNode, (node) => Math.max(0, capacity[node]!)),
    ...edgesOf(graph, sink, number, edgeStart),
  };
  return { problem, requestNode, personNode, classCosts };
}

function nodesWhere(nodes: number, wanted: (node: number) => boolean): number[] {
  const found: number[] = [];
  for (let node = 1; node <= nodes; node++) if (wanted(node)) found.push(node);
  return found;
}

function sinkOf({ nodes, supply, supplyLine }: Graph): number {
  const sinks = nodesWhere(nodes, (node) => supply[node]! < 0);
  if (sinks.length === 0) throw new DimacsError(0, "there is no sink: one node must have negative supply");
  if (sinks.length > 1) throw new DimacsError(supplyLine[sinks[1]!]!, `a second sink; the first is node ${sinks[0]}`);
  const total = supply.reduce((sum, s) => sum + s, 0);
  const sink = sinks[0]!;
  if (total !== 0) throw new DimacsError(supplyLine[sink]!, `supplies must add up to 0, not ${total}`);
  return sink;
}

/** Sorts the arcs between requests and people by request, then person. */
function edgesOf(
  { arcs, supply }: Graph,
  sink: number,
  number: Int32Array,
  edgeStart: Int32Array,
): Pick<Problem, "edgeStart" | "edgePerson" | "edgeCost" | "hold"> {
  for (let r = 0; r + 1 < edgeStart.length; r++) edgeStart[r + 1]! += edgeStart[r]!;
  const edges = edgeStart[edgeStart.length - 1]!;
  const next = edgeStart.slice();
  const arcOf = new Int32Array(edges);
  for (let at = 0; at < arcs.count; at++) {
    if (supply[arcs.from[at]!]! > 0 && arcs.to[at] !== sink) arcOf[next[number[arcs.from[at]!]!]!++] = at;
  }
  const edgePerson = new Int32Array(edges);
  const edgeCost = new Int32Array(edges);
  for (let r = 0; r + 1 < edgeStart.length; r++) {
    const mine = arcOf.subarray(edgeStart[r]!, edgeStart[r + 1]!).sort((a, b) => arcs.to[a]! - arcs.to[b]! || a - b);
    for (const [within, at] of mine.entries()) {
      if (within > 0 && arcs.to[mine[within - 1]!] === arcs.to[at])
        throw new DimacsError(arcs.line[at]!, `a second arc from ${arcs.from[at]} to ${arcs.to[at]}`);
      edgePerson[edgeStart[r]! + within] = number[arcs.to[at]!]!;
      edgeCost[edgeStart[r]! + within] = arcs.cost[at]!;
    }
  }
  return { edgeStart, edgePerson, edgeCost, hold: new Uint8Array(edges) };
}

/** Writes a problem without pins as DIMACS lines: requests, then people, then the sink. Hand the pieces to a stream. */
export function* writeDimacs(problem: Problem): Generator<string> {
  const { need, unfilledCost, capacity, edgeStart, edgePerson, edgeCost } = problem;
  const requests = need.length;
  const sink = requests + capacity.length + 1;
  const places = need.reduce((sum, n) => sum + n, 0);
  const asking = need.reduce((count, n) => count + (n > 0 ? 1 : 0), 0);
  let edges = 0;
  for (let r = 0; r < requests; r++) if (need[r]! > 0) edges += edgeStart[r + 1]! - edgeStart[r]!;
  yield `c requests 1-${requests}, people ${requests + 1}-${sink - 1}, sink ${sink}\n`;
  yield `p min ${sink} ${edges + asking + capacity.length}\n`;
  for (let r = 0; r < requests; r++) if (need[r]! > 0) yield `n ${r + 1} ${need[r]}\n`;
  yield `n ${sink} ${-places}\n`;
  for (let r = 0; r < requests; r++) {
    if (need[r] === 0) continue;
    let lines = "";
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++)
      lines += `a ${r + 1} ${requests + edgePerson[e]! + 1} 0 1 ${edgeCost[e]}\n`;
    yield `${lines}a ${r + 1} ${sink} 0 ${need[r]} ${unfilledCost[r]}\n`;
  }
  for (let p = 0; p < capacity.length; p++) yield `a ${requests + p + 1} ${sink} 0 ${capacity[p]} 0\n`;
}
