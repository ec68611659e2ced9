/**
 * Every reason for a refusal that is not a rule of fitness, with its sentence in both languages. A sentence says what
 * is wrong and what to do next. `{name}` is filled from the reason's facts.
 */
export const problemSentences = {
  // --- who asks
  CONTACT_INVALID: [
    "请输入 11 位手机号或完整的邮箱地址。",
    "Enter an 11-digit mobile number or a complete e-mail address.",
  ],
  CODE_WRONG: ["验证码不正确，还可以再试 {left} 次。", "That code is not right. You can try {left} more times."],
  CODE_EXPIRED: ["验证码已失效，请重新获取。", "That code no longer works. Ask for a new one."],
  CONTACT_TAKEN: ["该联系方式已注册，请直接登录。", "That contact is already registered. Sign in instead."],
  PERSON_UNREGISTERED: ["该联系方式尚未注册，请先注册。", "That contact is not registered yet. Register first."],
  TOO_MANY_TRIES: ["尝试次数过多，请在 {seconds} 秒后再试。", "Too many tries. Try again in {seconds} seconds."],
  REGISTER_TOO_YOUNG: [
    "志愿者须年满 14 周岁；请由家长代为求助。",
    "Volunteers are at least 14. Please ask a parent to sign up.",
  ],
  GUARDIAN_NEEDED: [
    "未满 18 周岁须经监护人同意：请填写监护人的联系方式和其收到的验证码。",
    "Under 18 a guardian must agree: enter their contact and the code that they receive.",
  ],
  GUARDIAN_IS_ANOTHER: [
    "监护人须使用自己的联系方式，请填写监护人本人的手机号或邮箱。",
    "The guardian needs a contact of their own. Enter theirs, not the minor's.",
  ],
  GUARDIAN_IS_ADULT: [
    "监护人须年满 18 周岁，请由成年监护人同意。",
    "A guardian is at least 18. Ask an adult who answers for the minor.",
  ],
  FAMILY_IS_ADULT: ["求助须由成年家长提交，请由家长注册。", "Requests are posted by adults. Ask a parent to register."],
  ROLE_IS_GRANTED: [
    "注册时只能选择志愿者或求助家庭；其他角色由工作人员授予。",
    "Register as a volunteer or a family; other roles are granted by staff.",
  ],
  BORN_ON_INVALID: ["出生日期有误，请检查。", "That date of birth cannot be. Please check it."],
  NAME_INVALID: [
    "姓名中含有不能使用的字符，请只填写姓名。",
    "The name holds characters that cannot be used. Enter the name alone.",
  ],
  CONSENT_IS_GUARDIANS: [
    "此项同意须由监护人作出，请监护人登录后操作。",
    "Only a guardian can agree to this. Ask them to sign in and do so.",
  ],
  CONSENT_KEEPS_ACCOUNT: [
    "撤回此项同意意味着注销账户，请申请注销。",
    "Taking this back means closing the account. Ask for the account to be erased.",
  ],
  CONSENT_MISSING: ["请先阅读并同意说明，再继续。", "Please read and accept the notice first."],
  PERSONA_UNKNOWN: [
    "没有这个演示身份，请从列表中选择。",
    "There is no such demonstration sign-in. Choose one from the list.",
  ],
  NOT_DEMONSTRATION: ["演示登录仅在演示城市中可用。", "Demonstration sign-in exists only in the demonstration city."],
  // --- input
  NOT_FOUND: [
    "找不到该内容，可能已被移除；请返回列表刷新。",
    "It is not there, or no longer yours to see. Go back to the list and reload.",
  ],
  REQUIRED: ["请填写此项。", "Please fill this in."],
  TOO_LONG: ["内容过长，最多 {most} 个字。", "That is too long; at most {most} characters."],
  OUT_OF_RANGE: ["数值应在 {least} 到 {most} 之间。", "The value must lie between {least} and {most}."],
  TIME_PAST: ["时间已过，请选择以后的时间。", "That time has passed. Choose a later one."],
  TIME_ORDER: ["结束时间应晚于开始时间。", "The end must come after the start."],
  TIME_TOO_LONG: ["时长超出上限（{most} 分钟），请缩短。", "That is longer than {most} minutes. Please shorten it."],
  WINDOW_INVALID: [
    "可用时段有误：星期为 1–7，时间在一天之内。",
    "A weekly time is not right: weekday 1–7, within one day.",
  ],
  EXCEPTIONS_OVERLAP: ["两段例外时间重叠，请合并或调整。", "Two exceptions overlap. Join them, or move one."],
  TOO_MANY_ITEMS: ["条目过多，最多 {most} 项。", "That is too many; at most {most}."],
  WINDOWS_MISSING: ["请至少选择一个时段。", "Choose at least one weekly time."],
  SUBJECT_MISSING: ["请至少选择一个科目。", "Choose at least one subject."],
  WINDOWS_TOO_SHORT: [
    "所选时段不够每周 {sessionsPerWeek} 次、每次 {sessionMinutes} 分钟，请多选一些时段。",
    "These times do not hold {sessionsPerWeek} sessions of {sessionMinutes} minutes a week. Choose more of them.",
  ],
  CHOICE_INVALID: ["该选项无效，请从列表中选择。", "That is not one of the choices. Choose from the list."],
  DAY_TOO_FAR: ["最多可约到 {most} 天以后，请选择更近的日期。", "At most {most} days ahead. Choose an earlier day."],
  BAD_CURSOR: ["翻页位置无效，请从第一页重新加载。", "That place in the list is not valid. Load the first page again."],
  PAGE_REQUIRED: ["请给出 first 或 last 之一。", "Give either `first` or `last`."],
  PAGE_TOO_LARGE: ["每页最多 {most} 条。", "A page holds at most {most} items."],
  ONE_WORK: ["请在班次与求助之间选择其一。", "Name either a shift or a request."],
  REASON_REQUIRED: ["请写明原因。", "State the reason."],
  // --- repeated and concurrent
  KEY_REUSED: [
    "该操作编号已用于其他内容，请重新提交。",
    "That idempotency key was used for something else. Submit again with a new one.",
  ],
  KEY_INVALID: ["操作编号应为 8–100 个字符。", "An idempotency key has 8 to 100 characters."],
  VERSION_STALE: [
    "内容刚被他人修改，请查看最新情况后再操作。",
    "Someone has changed it meanwhile. Look at the newest state, then decide.",
  ],
  BUSY_TRY_AGAIN: ["系统繁忙，请稍后再试。", "The system is busy. Please try again in a moment."],
  // --- people and credentials
  PERSON_UNKNOWN: ["找不到该人员，请从候选名单中选择。", "That person is not there. Choose one from the list."],
  CREDENTIAL_STATE: ["该资质已处理，无需重复审核。", "This credential has already been decided."],
  CREDENTIAL_NOT_VERIFIED: [
    "只能撤销已核验的资质，请刷新查看当前状态。",
    "Only a verified credential can be revoked. Reload to see its state.",
  ],
  CREDENTIAL_PAST: [
    "该资质已过有效期，请退回并请本人提交新的证明。",
    "Its validity is over. Reject it and ask for a new one.",
  ],
  NOT_CHECKER: ["只有审核员可以核验资质。", "Only checkers verify credentials. Ask one of them."],
  KIND_INVALID: ["资质类型有误，请从列表中选择。", "That kind of credential is not right. Choose one from the list."],
  SKILL_TWICE: ["同一技能重复填写，请删除其一。", "The same skill stands there twice. Remove one."],
  CHECKER_IS_HOLDER: [
    "不能审核自己的资质，请由其他审核员处理。",
    "You cannot check your own credential. Leave it to another checker.",
  ],
  CHECKER_SAME: ["第二次审核须由另一位审核员完成。", "The second check must be done by someone else."],
  VALIDITY_INVALID: ["有效期的结束日期应晚于开始日期。", "The validity must end after it begins."],
  // --- shifts
  SHIFT_STATE: ["该班次当前状态不允许此操作，请刷新查看。", "The shift's state does not allow this. Reload to see it."],
  SHIFT_HAS_STARTED: [
    "该班次已开始，无法更改；如有情况请联系协调员。",
    "This shift has begun and cannot be changed. Call the coordinator instead.",
  ],
  RELEASE_WAITS: [
    "你已申请交出，有人接手前仍由你值守。",
    "You have asked to be relieved already; it stays yours until someone takes over.",
  ],
  SIGN_UP_AFTER_START: ["报名截止不能晚于开始时间。", "Sign-up must close before the shift starts."],
  TOO_FAR_AHEAD: ["最多可安排到 {most} 天以后，请检查年份。", "At most {most} days ahead. Please check the year."],
  SHIFT_NEEDS_APPLICATION: ["该班次需要申请，由协调员确认。", "This shift is by application; a coordinator confirms."],
  SHIFT_IS_CLAIMED_AT_ONCE: [
    "该班次可直接认领，无需申请。",
    "This shift can be claimed at once; no application is needed.",
  ],
  PLACES_BELOW_TAKEN: [
    "已有 {taken} 人认领，名额不能少于此数。",
    "{taken} people hold places already; it cannot have fewer.",
  ],
  COVER_ABOVE_PLACES: ["最低在岗人数不能超过名额。", "The minimum cover cannot exceed the places."],
  SIGN_UP_ORDER: ["报名开放时间应早于截止时间。", "Sign-up must open before it closes."],
  TIME_TAKEN: ["这段时间你已有其他安排，请换一个时间。", "You are already committed at that time. Choose another."],
  ALREADY_YOURS: ["你已在该岗位上，可在日程中查看。", "You already have it; see your schedule."],
  SHIFT_FULL: ["名额刚被认领，可选择其他班次。", "The last place has just been taken. Choose another shift."],
  // --- requests and offers
  REQUEST_STATE: [
    "该求助当前状态不允许此操作，请刷新查看。",
    "The request's state does not allow this. Reload to see it.",
  ],
  REQUEST_FILLED: ["该求助已有人承接。", "Someone has already taken this request."],
  TOO_MANY_REQUESTS: [
    "同时最多 {most} 个进行中的求助，请先完成或取消其一。",
    "At most {most} requests at once. Close one first.",
  ],
  NOTE_HAS_CONTACT: [
    "请勿在说明中填写姓名、电话或单位。",
    "Please leave names, telephone numbers and employers out of the note.",
  ],
  PURPOSE_REQUIRED: ["请说明查看电话的用途。", "State what you need the number for."],
  PHONE_NOT_NOW: [
    "仅在确认后至结束后 24 小时内可查看电话。",
    "The number is open from confirmation until 24 hours after the end.",
  ],
  ASSIGNMENT_STATE: ["该安排已变化，请刷新查看。", "This assignment has changed. Reload to see it."],
  OFFER_EXPIRED: ["邀请已过期，名额已转给下一位。", "The offer has expired and went to the next person."],
  OFFER_GONE: ["该邀请已由他人承接，谢谢。", "Someone else has taken it. Thank you."],
  NO_SESSION_LEFT: [
    "所需时间内已没有可安排的日期，请与家庭商量其他时间。",
    "No day is left in the time asked for. Ask the family for other times.",
  ],
  NOT_OVERRIDABLE: ["此项规则不能越过，请选择其他人。", "This rule cannot be overridden. Choose someone else."],
  // --- matching
  RUN_BUSY: ["该范围已有匹配在运行，请等待其完成。", "A match run is already going on here. Wait for it to finish."],
  RUN_STATE: ["该匹配已处理，请开始新的匹配。", "This run has been dealt with. Start a new one."],
  PROPOSAL_UNKNOWN: [
    "有提案不属于本次匹配，请刷新后重试。",
    "A proposal does not belong to this run. Reload and try again.",
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type ProblemName = keyof typeof problemSentences;
