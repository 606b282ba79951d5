//! F13: a table whose numbers do not go together.

use crate::check::authoring::*;
use crate::letter::table::{self, Row};

pub static RULE: Rule = Rule {
    code: "F13",
    name: "table-figures",
    title: "表里的数",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "表的“合计”行应当等于上面各行之和；别的各行都合得上的关系（如“剩余＝总数－完成”“完成率＝完成÷计划”“占比＝本行÷各行之和”“合计＝同一行各数之和”），有一行合不上的，提请核对；合计行有空着的格子的，补上。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[(
            "paragraph",
            "站台改造情况如下表：\n街道\t计划\t完成\n东洲\t12\t8\n北岸\t15\t9\n望江\t10\t6\n合计\t37\t‹25›",
        )]),
        wrong(&[("paragraph", "站台改造情况如下表：\n街道 计划 完成\n东洲 12 8\n北岸 15 9\n望江 10 6\n合计 37 ‹25›")]),
        wrong(&[(
            "paragraph",
            "站台改造情况如下表：\n街道　　计划　　完成　　剩余\n东洲　　12　　8　　4\n北岸　　15　　9　　‹5›\n望江　　10　　6　　4\n河西　　20　　5　　15",
        )]),
        wrong(&[(
            "paragraph",
            "站台改造情况如下表：\n街道\t计划\t完成\t完成率\n东洲\t12\t9\t75.0%\n北岸\t15\t9\t60.0%\n望江\t10\t6\t‹65.0%›\n河西\t20\t5\t25.0%",
        )]),
        wrong(&[("paragraph", "站台改造情况如下表：\n街道\t计划\t完成\n东洲\t12\t8\n北岸\t15\t9\n‹合计›\t37\t")]),
        wrong(&[(
            "paragraph",
            "站台改造情况如下表：\n街道\t计划\t完成率\n东洲\t12\t75.0%\n北岸\t15\t‹60.0›\n望江\t10\t60.0%",
        )]),
        right(&[(
            "paragraph",
            "站台改造情况如下表：\n街道\t计划\t完成\t完成率\n东洲\t12\t9\t75.0%\n北岸\t15\t9\t60.0%\n望江\t10\t6\t60.0%\n合计\t37\t24\t64.9%",
        )]),
        right(&[(
            "paragraph",
            "线路运行情况如下表：\n线路　　里程（公里）　　日客流（人次）\n1路　　12.5　　2300\n2路　　9.8　　1800\n其中支线　　3　　500\n合计　　22.3　　4100",
        )]),
        right(&[(
            "paragraph",
            "年度情况如下表：\n年份\t客流\t线路\n2023年\t120\t6\n2024年\t150\t8\n2025年\t165\t9\n平均\t145\t7.7",
        )]),
        wrong(&[(
            "paragraph",
            "各区情况如下表：\n区域\t计划数\t完成数\t完成率\n东区\t20\t15\t75%\n西区\t40\t30\t75%\n南区\t50\t30\t60%\n合计\t110\t75\t‹70%›",
        )]),
        wrong(&[(
            "paragraph",
            "各区情况如下表：\n区域\t班次\t占比\n东区\t20\t20%\n西区\t40\t40%\n南区\t30\t‹35%›\n北区\t10\t10%",
        )]),
        wrong(&[(
            "paragraph",
            "各区情况如下表：\n区域\t合计\t公交\t地铁\t轮渡\n东区\t60\t30\t20\t10\n西区\t‹90›\t40\t30\t10\n南区\t50\t20\t20\t10",
        )]),
        right(&[(
            "paragraph",
            "各区情况如下表：\n区域\t合计\t公交\t地铁\t轮渡\t占比\n东区\t60\t30\t20\t10\t31.6%\n西区\t80\t40\t30\t10\t42.1%\n南区\t50\t20\t20\t10\t26.3%\n合计\t190\t90\t70\t30\t100%",
        )]),
    ],
    check: Check::Letter(check),
};

/// How many rows must show a relation before one that does not is told.
const WITNESSES: usize = 3;

/// A table: its rows of numbers, from the second cell on, and the places of the cells in the body.
struct Table<'a> {
    body: &'a str,
    rows: Vec<Row>,
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if !context.body_has_any("\t \u{3000}") {
        return;
    }
    let body = context.body();
    let mut rows: Vec<Row> = Vec::new();
    for paragraph in &context.outline.paragraphs {
        let start = paragraph.range.start;
        let line = &body[paragraph.range.clone()];
        // The sums may lack a cell, and be no row by themselves.
        let is_total = !rows.is_empty()
            && TOTALS.iter().any(|word| line.starts_with(word))
            && line.contains(['\t', '\u{3000}', ' ']);
        let row = table::row(line).or_else(|| is_total.then(|| table::cells(line)));
        let row = row.map(|row| row.into_iter().map(|cell| cell.start + start..cell.end + start).collect::<Row>());
        match row {
            Some(row) => rows.push(row),
            None => end(body, &mut rows, found),
        }
    }
    end(body, &mut rows, found);
}

/// Tells of the table that `rows` are, and begins anew.
fn end(body: &str, rows: &mut Vec<Row>, found: &mut Found<'_>) {
    let table = Table { body, rows: std::mem::take(rows) };
    if table.rows.len() >= 3 {
        table.totals(found);
        table.relations(found);
        table.percentages(found);
        table.rates_of_the_sums(found);
        table.shares_of_the_sums(found);
        table.sums_across(found);
    }
}

/// What the row of the sums is called.
const TOTALS: [&str; 4] = ["合计", "总计", "共计", "合 计"];

/// What the column of the sums of each row is called.
const SUMS_ACROSS: [&str; 5] = ["合计", "总计", "小计", "共计", "总数"];

impl Table<'_> {
    fn text(&self, row: usize, column: usize) -> &str {
        self.rows[row].get(column).map_or("", |cell| &self.body[cell.clone()])
    }

    fn number(&self, row: usize, column: usize) -> Option<f64> {
        table::number(self.text(row, column)).filter(|(_, is_percentage)| !is_percentage).map(|(value, _)| value)
    }

    fn share(&self, row: usize, column: usize) -> Option<f64> {
        table::number(self.text(row, column)).filter(|(_, is_percentage)| *is_percentage).map(|(value, _)| value)
    }

    /// The rows that hold numbers and are neither sums nor parts of another row.
    fn plain(&self) -> Vec<usize> {
        let is_plain = |row: &usize| {
            let name = self.text(*row, 0);
            let is_other = TOTALS.contains(&name)
                || ["小计", "平均", "其中", "占", "同比", "增"].iter().any(|it| name.contains(it));
            !is_other && (1..self.rows[*row].len()).any(|column| self.number(*row, column).is_some())
        };
        (0..self.rows.len()).filter(is_plain).collect()
    }

    /// The sums of the columns.
    fn totals(&self, found: &mut Found<'_>) {
        let Some(last) = (0..self.rows.len()).rfind(|row| TOTALS.contains(&self.text(*row, 0))) else { return };
        let plain = self.plain();
        let has_parts =
            (0..self.rows.len()).any(|row| self.text(row, 0).contains("其中") || self.text(row, 0).contains("小计"));
        let width = plain.first().map_or(0, |row| self.rows[*row].len());
        if plain.len() < 2 || has_parts || plain.iter().any(|row| self.rows[*row].len() != width || *row > last) {
            return;
        }
        if self.rows[last].len() < width {
            // A cell of the sums is empty: the columns are no longer known.
            let name = self.rows[last][0].clone();
            let sums = (1..width).filter(|column| plain.iter().all(|row| self.number(*row, *column).is_some())).count();
            let told = (1..self.rows[last].len()).filter(|column| self.number(last, *column).is_some()).count();
            if sums > told {
                found.at(Field::Body, name, "这一行有空着的格子");
            }
            return;
        }
        let mut off = Vec::new();
        let mut right = 0;
        for column in 1..width {
            let parts: Option<Vec<f64>> = plain.iter().map(|row| self.number(*row, column)).collect();
            let (Some(parts), Some(total)) = (parts, self.number(last, column)) else { continue };
            let sum: f64 = parts.iter().sum();
            // Rounded parts may miss their sum by half of the last place each.
            let slack = place(self.text(last, column))
                .max(plain.iter().map(|row| place(self.text(*row, column))).fold(0.0, f64::max));
            let is_mean = (sum / parts.len() as f64 - total).abs() <= slack;
            let rounding = if slack < 1.0 { slack * (parts.len() as f64) / 2.0 } else { 0.0 };
            if (sum - total).abs() <= rounding + 1e-9 {
                right += 1;
            } else if !is_mean {
                off.push((column, sum));
            }
        }
        // Where no column comes out, the row is of something else.
        if right == 0 && off.len() > 1 {
            return;
        }
        for (column, sum) in off {
            let message = format!("上面各行之和是{}，请核对", shown(sum));
            found.at(Field::Body, self.rows[last][column].clone(), message);
        }
    }

    /// The row of the sums.
    fn sums(&self) -> Option<usize> {
        (0..self.rows.len()).rfind(|row| TOTALS.contains(&self.text(*row, 0)))
    }

    /// The rows of one width, and how wide they are; `None` where they differ.
    fn even(&self) -> Option<(Vec<usize>, usize)> {
        let rows = self.plain();
        let width = rows.first().map_or(0, |row| self.rows[*row].len());
        (rows.len() >= WITNESSES && rows.iter().all(|row| self.rows[*row].len() == width)).then_some((rows, width))
    }

    /// Whether the percentage in `column` of a row is what `value` says, rounded.
    fn is_share(&self, row: usize, column: usize, value: f64) -> Option<bool> {
        let slack = place(self.text(row, column)) / 2.0 + 1e-9;
        self.share(row, column).map(|said| (said - value).abs() <= slack * 1.02)
    }

    /// The rate in the row of the sums, where every row above has the rate of the same two columns.
    fn rates_of_the_sums(&self, found: &mut Found<'_>) {
        let (Some(last), Some((rows, width))) = (self.sums(), self.even()) else { return };
        if self.rows[last].len() != width {
            return;
        }
        let quotient = |row: usize, first: usize, second: usize| {
            let (one, other) = (self.number(row, first)?, self.number(row, second)?);
            (other != 0.0).then(|| 100.0 * one / other)
        };
        for result in 1..width {
            for first in (1..width).filter(|it| *it != result) {
                for second in (1..width).filter(|it| *it != result && *it != first) {
                    let holds = |row: &usize| {
                        quotient(*row, first, second).and_then(|value| self.is_share(*row, result, value)) == Some(true)
                    };
                    if rows.iter().all(holds)
                        && let Some(value) = quotient(last, first, second)
                        && self.is_share(last, result, value) == Some(false)
                    {
                        let parts = [first, second].map(|column| self.text(last, column)).join(" ÷ ");
                        let message = format!("{parts} = {value:.1}%，请核对");
                        found.at(Field::Body, self.rows[last][result].clone(), message);
                        return;
                    }
                }
            }
        }
    }

    /// A column of shares of the sum of another: all rows but one show it.
    fn shares_of_the_sums(&self, found: &mut Found<'_>) {
        let Some((rows, width)) = self.even().filter(|(rows, _)| rows.len() > WITNESSES) else { return };
        for result in 1..width {
            for first in (1..width).filter(|it| *it != result) {
                let parts: Option<Vec<f64>> = rows.iter().map(|row| self.number(*row, first)).collect();
                let Some(parts) = parts else { continue };
                let sum: f64 = parts.iter().sum();
                let value = |at: usize| 100.0 * parts[at] / sum;
                let fits: Option<Vec<bool>> =
                    rows.iter().enumerate().map(|(at, row)| self.is_share(*row, result, value(at))).collect();
                let Some(fits) = fits.filter(|_| sum > 0.0) else { continue };
                let mut wrong = (0..fits.len()).filter(|at| !fits[*at]);
                if let (Some(at), None) = (wrong.next(), wrong.next()) {
                    let message = format!("{} ÷ {} = {:.1}%，请核对", shown(parts[at]), shown(sum), value(at));
                    found.at(Field::Body, self.rows[rows[at]][result].clone(), message);
                    return;
                }
            }
        }
    }

    /// The column of the sums of a row: all rows but one show that it is the others together. Of two columns
    /// [`relations`](Self::relations) tells.
    fn sums_across(&self, found: &mut Found<'_>) {
        let Some((rows, width)) = self.even() else { return };
        let heads = (0..rows[0]).rfind(|row| self.rows[*row].len() == width && !self.plain().contains(row));
        let Some(heads) = heads else { return };
        let Some(result) =
            (1..width).find(|column| SUMS_ACROSS.iter().any(|word| self.text(heads, *column).starts_with(word)))
        else {
            return;
        };
        let others: Vec<usize> =
            (1..width).filter(|it| *it != result && rows.iter().all(|row| self.number(*row, *it).is_some())).collect();
        // A column that holds no number at all may stand among them; one of shares or means is no part.
        let is_part = |column: &usize| {
            let head = self.text(heads, *column);
            !["率", "比", "均", "序号", "年"].iter().any(|word| head.contains(word))
        };
        if others.len() < 3 || !others.iter().all(is_part) {
            return;
        }
        let sum = |row: usize| others.iter().filter_map(|column| self.number(row, *column)).sum::<f64>();
        let Some(wrong) = rows
            .iter()
            .map(|row| Some((*row, (self.number(*row, result)? - sum(*row)).abs() > 0.051)))
            .collect::<Option<Vec<(usize, bool)>>>()
        else {
            return;
        };
        let mut off = wrong.iter().filter(|(_, is_off)| *is_off);
        if let (Some((row, _)), None) = (off.next(), off.next()) {
            let message = format!("这一行各数之和是{}，请核对", shown(sum(*row)));
            found.at(Field::Body, self.rows[*row][result].clone(), message);
        }
    }

    /// A number without % among percentages.
    fn percentages(&self, found: &mut Found<'_>) {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        for column in 1..width {
            let shares = (0..self.rows.len()).filter(|row| self.share(*row, column).is_some()).count();
            let mut bare = (0..self.rows.len()).filter(|row| self.number(*row, column).is_some());
            if let (2.., Some(row), None) = (shares, bare.next(), bare.next()) {
                found.at(Field::Body, self.rows[row][column].clone(), "这一列别的格子有“%”");
            }
        }
    }

    /// What holds in all rows but one.
    fn relations(&self, found: &mut Found<'_>) {
        let rows = self.plain();
        let width = rows.first().map_or(0, |row| self.rows[*row].len());
        if rows.len() <= WITNESSES || width < 4 || rows.iter().any(|row| self.rows[*row].len() != width) {
            return;
        }
        for result in 1..width {
            for first in (1..width).filter(|it| *it != result) {
                for second in (1..width).filter(|it| *it != result && *it != first) {
                    self.relation(&rows, [result, first, second], found);
                }
            }
        }
    }

    /// `result` is the difference of `first` and `second`, or as a percentage their quotient: in all rows but one.
    fn relation(&self, rows: &[usize], [result, first, second]: [usize; 3], found: &mut Found<'_>) {
        let mut wrong: Vec<(usize, String)> = Vec::new();
        for &row in rows {
            let (Some(one), Some(other)) = (self.number(row, first), self.number(row, second)) else { return };
            let slack = place(self.text(row, result)) / 2.0 + 1e-9;
            let (said, should, sign) = match (self.number(row, result), self.share(row, result)) {
                (Some(said), _) => (said, one - other, '−'),
                (None, Some(said)) if other != 0.0 => (said, 100.0 * one / other, '÷'),
                _ => return,
            };
            let slack = if sign == '÷' {
                slack
            } else {
                place(self.text(row, first)).max(place(self.text(row, second))) / 2.0
            };
            if (said - should).abs() > slack {
                let percent = if sign == '÷' { "%" } else { "" };
                let should = if sign == '÷' { format!("{should:.1}") } else { shown(should) };
                wrong.push((row, format!("{} {sign} {} = {should}{percent}，请核对", shown(one), shown(other))));
            }
        }
        if let [(row, message)] = &wrong[..]
            && rows.len() > WITNESSES
        {
            found.at(Field::Body, self.rows[*row][result].clone(), message.clone());
        }
    }
}

/// What one counts in the last place of a number as it is written.
fn place(cell: &str) -> f64 {
    let decimals = cell.trim_end_matches(['%', '％']).split_once('.').map_or(0, |(_, decimals)| decimals.len());
    10_f64.powi(-i32::try_from(decimals).unwrap_or(0))
}

/// A number without the noughts of binary fractions.
fn shown(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
