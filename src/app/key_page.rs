//! The keys as a page for people: `docs/keys.md`.

use super::bindings;
use super::command::{Place, TABLE};

const HEAD: &str = "# 按键与命令

由命令表生成，不手工修改。工作台里按 F1 看此处可用的键，按 F9 按名称、拼音或首字母找命令。

开着输入法也都能用：功能键各有 Ctrl 或 Alt 的替代键；全角的字母、标点与半角的一样算数。移动键加 Shift 为边移边选。

## 改按键

写在 `dafu.toml` 的 `[keys]` 里，一行一个命令，可写一个或多个键，写 `[]` 则不要键：

```toml
[keys]
find = \"Ctrl+T\"
next-finding = [\"F7\", \"Alt+N\"]
mouse = []
```

写了的命令，原来的键不再用，可以给别的命令。键名写作 `F5`、`Ctrl+K`、`Alt+Shift+N`、`Alt+↑`（或 `Alt+Up`）、`Home`、`PageDown`、`Insert`。
单个的字、Enter、Esc 和终端分不出的键（如 Ctrl+I 就是 Tab）不能用。写错的名称、已有用途的键，打开工作台时按行号告知，其余照常。
";

/// Every command, place by place, in Markdown.
pub fn markdown() -> String {
    let mut page = String::from(HEAD);
    let mut places: Vec<Place> = Vec::new();
    for entry in TABLE {
        if !places.contains(&entry.place) {
            places.push(entry.place);
        }
    }
    for place in places {
        let rows = TABLE.iter().enumerate().filter(|(_, entry)| entry.place == place);
        page += &format!("\n## {}\n\n| 作用 | 按键 | 命令名 |\n|---|---|---|\n", place.title());
        for (at, entry) in rows {
            let settable = bindings::settable().any(|(settable, _)| settable == at);
            let id = if settable { format!("`{}`", entry.command.id()) } else { String::new() };
            let keys = entry.keys.iter().map(|key| key.replace('|', "\\|")).collect::<Vec<_>>().join("、");
            page += &format!("| {} | {keys} | {id} |\n", entry.name);
        }
    }
    page
}
