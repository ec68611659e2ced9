import { expect, test } from "vitest";
import { worthKeeping } from "./worth-keeping.ts";

const cache = {
  ROOT_QUERY: {
    __typename: "Query",
    'board({"district":"105"})': { __ref: "Board:1" },
    'candidates({"shift":"s1"})': [{ __ref: "Candidate:1" }],
    boardless: { __ref: "Candidate:1" },
  },
  "Board:1": { __typename: "Board", shifts: { edges: [{ node: { __ref: "Shift:1" } }] } },
  "Shift:1": { __typename: "Shift", id: "1", board: { __ref: "Board:1" } },
  "Candidate:1": { __typename: "Candidate", person: { __ref: "Person:1" } },
  "Person:1": { __typename: "Person", phoneMasked: "138****0001" },
};

test("the board stays on the device with everything on it; who could have been asked does not", () => {
  expect(worthKeeping(cache)).toEqual({
    ROOT_QUERY: { __typename: "Query", 'board({"district":"105"})': { __ref: "Board:1" } },
    "Board:1": cache["Board:1"],
    "Shift:1": cache["Shift:1"],
  });
});

test("an empty cache is worth nothing", () => {
  expect(worthKeeping({})).toEqual({ ROOT_QUERY: {} });
});
