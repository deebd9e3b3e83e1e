import { messages } from "../messages.ts";
import { MoonIcon, SunIcon, SystemIcon } from "../ui/icons.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { storedTheme, storedUnits } from "./preferences.ts";
import { useStored } from "./stored.ts";

export function UnitsSwitch() {
  const [units, setUnits] = useStored(storedUnits);
  return (
    <Segmented
      legend={messages.units.legend}
      size="small"
      options={[
        { value: "km", label: "km", name: messages.units.km },
        { value: "mi", label: "mi", name: messages.units.mi },
      ]}
      value={units}
      onChange={setUnits}
    />
  );
}

export function ThemeSwitch() {
  const [theme, setTheme] = useStored(storedTheme);
  return (
    <Segmented
      legend={messages.theme.legend}
      size="small"
      options={[
        { value: "light", label: <SunIcon size={14} />, name: messages.theme.light },
        { value: "system", label: <SystemIcon size={14} />, name: messages.theme.system },
        { value: "dark", label: <MoonIcon size={14} />, name: messages.theme.dark },
      ]}
      value={theme}
      onChange={setTheme}
    />
  );
}
