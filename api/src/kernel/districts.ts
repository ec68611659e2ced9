/**
 * Where each district of Beijing has its seat (degrees, to about a kilometre), by the last three digits of its
 * administrative code; 199 is the economic-technological development area. Good enough to prefer the nearer of two
 * people without asking either for an address.
 */
const seats: Readonly<Record<number, readonly [latitude: number, longitude: number]>> = {
  101: [39.928, 116.416], // 东城
  102: [39.912, 116.366], // 西城
  105: [39.921, 116.443], // 朝阳
  106: [39.858, 116.287], // 丰台
  107: [39.906, 116.223], // 石景山
  108: [39.96, 116.298], // 海淀
  109: [39.94, 116.102], // 门头沟
  111: [39.748, 116.143], // 房山
  112: [39.91, 116.657], // 通州
  113: [40.13, 116.655], // 顺义
  114: [40.221, 116.231], // 昌平
  115: [39.727, 116.342], // 大兴
  116: [40.316, 116.632], // 怀柔
  117: [40.141, 117.121], // 平谷
  118: [40.377, 116.843], // 密云
  119: [40.457, 115.975], // 延庆
  199: [39.795, 116.506], // 经济技术开发区
};

export interface Point {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Null for a district that is not one of these. */
export function seatOf(districtId: number): Point | null {
  const seat = seats[districtId];
  return seat ? { latitude: seat[0], longitude: seat[1] } : null;
}
