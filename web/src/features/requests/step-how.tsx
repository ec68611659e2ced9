import type { Mode } from "@shouwang/schema/types";
import { useWords } from "../../lib/words.ts";
import { Choice, Select } from "../../ui/field.tsx";
import type { Answers } from "./answers.ts";
import { StepFieldset } from "./step-fieldset.tsx";
import type { StepProps } from "./step-props.ts";

const modes = ["ONLINE", "PHONE", "ON_SITE"] as const satisfies readonly Mode[];

export function StepHow({ answers, change, errorOf, districts }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <StepFieldset id="mode" legend={t("requests.how.question")} error={errorOf("mode")}>
        {modes.map((mode) => (
          <Choice
            key={mode}
            type="radio"
            name="mode"
            value={mode}
            checked={answers.mode === mode}
            onChange={() => change({ mode })}
            title={t(`requests.mode.${mode}`)}
            note={t(`requests.mode.${mode}.note`)}
          />
        ))}
      </StepFieldset>
      <Select
        id="district"
        label={t("requests.district")}
        error={errorOf("district")}
        value={answers.district ?? ""}
        onChange={(event) => change({ district: event.target.value || null })}
      >
        <option value="">{t("requests.district.none")}</option>
        {districts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        id="gender"
        label={t("requests.gender")}
        hint={t("requests.gender.hint")}
        value={answers.genderWish ?? ""}
        onChange={(event) => change({ genderWish: (event.target.value || null) as Answers["genderWish"] })}
      >
        <option value="">{t("requests.gender.any")}</option>
        <option value="female">{t("requests.gender.female")}</option>
        <option value="male">{t("requests.gender.male")}</option>
      </Select>
    </>
  );
}
