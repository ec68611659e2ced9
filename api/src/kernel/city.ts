/** The zone in which the city's people say their hours; sites carry their own. */
export const cityZone = "Asia/Shanghai";
