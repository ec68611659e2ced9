export default {
  "find.label": "输入页面、班次、需求编号或命令",
  "find.hint": "页面、班次、需求编号……",
  "find.none": "没有找到“{text}”。换个词试试。",
  "find.screen": "页面",
  "find.command": "命令",
  "find.language": "换成英文",
  "find.dark": "换成深色",
  "find.light": "换成浅色",
  "find.credentials": "查看志愿者 {number} 的资质",
};
