export type GridMove = "left" | "right" | "up" | "down" | "first" | "last";
export type GridPlace = { row: number; column: number };

const steps: Record<GridMove, readonly [row: number, column: number]> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
  first: [0, 1],
  last: [0, -1],
};

/** Where a key leads in a grid. Hidden cells are stepped over; at an edge one stays. */
export function moveInGrid(
  from: GridPlace,
  move: GridMove,
  size: { rows: number; columns: number },
  seen: (row: number, column: number) => boolean,
): GridPlace {
  const [down, along] = steps[move];
  let { row, column } = from;
  if (move === "first") column = -1;
  if (move === "last") column = size.columns;
  for (;;) {
    row += down;
    column += along;
    if (row < 0 || column < 0 || row >= size.rows || column >= size.columns) return from;
    if (seen(row, column)) return { row, column };
  }
}
