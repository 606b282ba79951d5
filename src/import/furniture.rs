//! What surrounds a letter without being of it: imprints, seal notes, feedback forms, the furniture of web pages.

use super::report::Reason;
use crate::letter::date;
use crate::text::characters::is_blank;

/// Why a line is no part of the letter, where it is none.
pub(super) fn reason(line: &str) -> Option<Reason> {
    let bare: String = line.chars().filter(|&character| !is_blank(character)).collect();
    if is_rule(&bare) {
        Some(Reason::RedHead)
    } else if is_web_page(&bare) {
        // Before the imprint: the line of a page that ends with 打印 has a date as well.
        Some(Reason::WebPage)
    } else if is_imprint(&bare) {
        Some(Reason::Imprint)
    } else if is_seal_note(&bare) {
        Some(Reason::SealNote)
    } else {
        None
    }
}

/// A line drawn with marks, as the one below a red head.
fn is_rule(line: &str) -> bool {
    (line.chars().count() >= 4 || line.contains('★'))
        && line
            .chars()
            .all(|mark| matches!(mark, '—' | '-' | '─' | '━' | '_' | '=' | '＝' | '－' | '★' | '*' | '═' | '―'))
}

/// …办公室 2026年6月12日印发, 共印20份, 校对：….
fn is_imprint(line: &str) -> bool {
    let length = line.chars().count();
    let inner = line.trim_matches(|mark| matches!(mark, '（' | '）' | '(' | ')' | '。'));
    length <= 60
        && ((inner.ends_with("印发") || inner.ends_with("印制") || inner.ends_with("印"))
            && date::find(inner).is_some()
            || (inner.starts_with("共印") || inner.starts_with("印数") || inner.starts_with("共"))
                && inner.ends_with('份')
            || inner.starts_with("印发机关")
            || inner.starts_with("印发日期")
            || ["校对：", "校对:", "打印：", "打印:", "录入：", "校核："].iter().any(|word| inner.starts_with(word)))
}

/// （此页无正文）, （盖章）, （公章）.
fn is_seal_note(line: &str) -> bool {
    let inner = line.trim_matches(|mark| matches!(mark, '（' | '）' | '(' | ')' | '【' | '】'));
    ["此页无正文", "本页无正文", "盖章", "公章", "加盖公章", "单位盖章", "印章", "代章", "单位公章"].contains(&inner)
}

/// Whether a line begins what a page shows below a letter, where nothing more of the letter comes.
pub(super) fn is_page_end(line: &str) -> bool {
    let bare: String = line.chars().filter(|&character| !is_blank(character)).collect();
    let title = bare.trim_end_matches(['：', ':']);
    [
        "相关文章",
        "相关链接",
        "相关信息",
        "相关阅读",
        "相关稿件",
        "相关新闻",
        "相关文件",
        "延伸阅读",
        "友情链接",
        "网站地图",
    ]
    .contains(&title)
}

/// Whether a line is the heading of a form for the deputies' opinion, where all that follows is the form.
pub(super) fn is_feedback_form(line: &str) -> bool {
    let bare: String = line.chars().filter(|&character| !is_blank(character)).collect();
    let title = bare.trim_start_matches(['附', '件', '：', ':', '1', '2', '.']).trim_end_matches(['）', ')']);
    let title = title.split(['（', '(']).next().unwrap_or(title);
    let words = [
        "征询意见",
        "意见征询",
        "征求意见",
        "反馈意见",
        "意见反馈",
        "情况反馈",
        "满意度",
        "满意情况",
        "评价表",
        "测评表",
        "回执",
        "办理情况评价",
        "意见表",
        "反馈表",
    ];
    let asks = ["代表意见", "委员意见", "代表签名", "委员签名", "代表签字", "委员签字", "反馈意见："];
    if asks.iter().any(|word| bare.starts_with(word)) && bare.chars().count() <= 30 && !bare.ends_with('。') {
        return true;
    }
    bare.chars().count() <= 50
        && ["表", "卡", "回执", "单", "函", "附后"].iter().any(|end| title.ends_with(end))
        && !title.ends_with("的函")
        && words.iter().any(|word| title.contains(word))
}

const STARTS: [&str; 46] = [
    "当前位置",
    "您的位置",
    "您当前",
    "您现在的位置",
    "所在位置",
    "首页>",
    "首页>>",
    "首页/",
    "来源：",
    "来源:",
    "信息来源",
    "发布时间",
    "发布日期",
    "时间：",
    "作者：",
    "字号：",
    "字体：",
    "字体:",
    "【字体",
    "[字体",
    "【打印",
    "打印本页",
    "打印本文",
    "分享到",
    "分享：",
    "浏览次数",
    "浏览量",
    "访问量",
    "阅读次数",
    "点击数",
    "点击率",
    "责任编辑",
    "编辑：",
    "编辑:",
    "上一篇",
    "下一篇",
    "相关附件",
    "附件下载",
    "扫一扫",
    "版权所有",
    "主办单位：",
    "承办单位：",
    "网站标识码",
    "备案号",
    "技术支持",
    "关闭窗口",
];

fn is_web_page(line: &str) -> bool {
    let length = line.chars().count();
    if length > 120 {
        return false;
    }
    let inner = line.trim_matches(|mark| matches!(mark, '【' | '】' | '[' | ']' | '|' | '｜' | '>' | '<'));
    STARTS.iter().any(|start| line.starts_with(start))
        || are_buttons(line)
        || inner.contains("ICP备")
        || inner.contains("公网安备")
        || inner.contains("在手机打开当前页")
        || inner.contains("浏览次数：")
        || inner.contains("字体：大")
        || inner.contains("字号：大")
        || inner.contains("】【")
        || inner.starts_with("http://")
        || inner.starts_with("https://")
        || inner.starts_with("www.")
        || is_time_stamp(line)
        || ends_with_time(line)
}

/// What stands on the buttons and menus of a page, the longer before those they begin with.
const BUTTONS: [&str; 72] = [
    "听全文",
    "朗读",
    "语音播报",
    "点赞",
    "评论",
    "转发",
    "举报",
    "订阅",
    "关注",
    "首页",
    "末页",
    "上一页",
    "下一页",
    "顶部",
    "回到顶部",
    "保护视力色",
    "小字",
    "中字",
    "大字",
    "字体大小",
    "登陆",
    "公众号",
    "打印本页",
    "打印本文",
    "打印此页",
    "打印",
    "关闭窗口",
    "关闭本页",
    "关闭此页",
    "关闭",
    "返回顶部",
    "返回首页",
    "返回列表",
    "返回",
    "收藏本页",
    "加入收藏",
    "收藏",
    "分享到",
    "分享",
    "我要纠错",
    "纠错",
    "附件下载",
    "下载",
    "微信公众号",
    "微信",
    "微博",
    "QQ空间",
    "朋友圈",
    "文章来源",
    "无障碍阅读",
    "无障碍浏览",
    "无障碍",
    "长者模式",
    "长者版",
    "关怀版",
    "适老化",
    "手机版",
    "简体",
    "繁体",
    "繁體",
    "ENGLISH",
    "English",
    "字体",
    "字号",
    "A+",
    "A-",
    "A",
    "大",
    "中",
    "小",
    "登录",
    "注册",
];

/// A line of nothing but buttons: 【打印】【关闭】, A+ A A-, 分享到：微信 微博.
fn are_buttons(line: &str) -> bool {
    let marks = |mark: char| is_blank(mark) || "【】[]（）()|｜>＞<：:·、/／".contains(mark);
    let mut rest = line.trim_start_matches(marks);
    let (mut words, mut longest) = (0, 0);
    while !rest.is_empty() {
        let Some(word) = BUTTONS.iter().find(|word| rest.starts_with(**word)) else { return false };
        words += 1;
        longest = longest.max(word.chars().count());
        rest = rest[word.len()..].trim_start_matches(marks);
    }
    // A lone A is a mark of the result.
    words > 0 && (longest > 1 || words > 2)
}

/// Whether a line beside other furniture of a page may be of it: a short word without marks of a sentence.
pub(super) fn may_be_of_page(line: &str) -> bool {
    line.chars().filter(|&character| !is_blank(character)).count() <= 16 && !line.contains(['，', '。', '；'])
}

/// A date with a time of day, and little else on the line: 市林业局 2026-06-12 10:33.
fn ends_with_time(line: &str) -> bool {
    let of_time = |character: char| character.is_ascii_digit() || matches!(character, '-' | '/' | ':');
    let start = line.trim_end_matches(of_time).len();
    let (words, time) = line.split_at(start);
    let digits = time.bytes().filter(u8::is_ascii_digit).count();
    (12..=14).contains(&digits) && time.contains(':') && time.starts_with("20") && words.chars().count() <= 20
}

/// A line that is a time of day with its date, as pages show: 2026-06-12 10:33, 2026-06-12 10:33:05 来源：….
fn is_time_stamp(line: &str) -> bool {
    let digits = line
        .chars()
        .take_while(|character| character.is_ascii_digit() || matches!(character, '-' | '/' | ':' | '年' | '月' | '日'))
        .count();
    line.starts_with("20") && line.contains(':') && digits >= 12 && line.chars().count() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_of_the_letter() {
        for (line, expected) in [
            ("临江市科学技术局办公室　　　2026年6月12日印发", Reason::Imprint),
            ("（共印20份）", Reason::Imprint),
            ("共印 20 份", Reason::Imprint),
            ("（此页无正文）", Reason::SealNote),
            ("（盖章）", Reason::SealNote),
            ("————————————", Reason::RedHead),
            ("当前位置：首页 > 政务公开 > 建议提案", Reason::WebPage),
            ("【打印】【关闭】", Reason::WebPage),
            ("来源：市科技局　浏览次数：102", Reason::WebPage),
            ("2026-06-12 10:33", Reason::WebPage),
            ("字体：大 中 小", Reason::WebPage),
            ("[打印本页] [关闭窗口]", Reason::WebPage),
            ("来源：云浦区教育局　发布日期：2026年5月30日　打印", Reason::WebPage),
            ("A+ A A-", Reason::WebPage),
            ("青屏县林业局     2026-05-06 08:30", Reason::WebPage),
            ("收藏 点赞 评论", Reason::WebPage),
            ("大 中 小", Reason::WebPage),
            ("★", Reason::RedHead),
        ] {
            assert_eq!(reason(line), Some(expected), "{line}");
        }
        for line in [
            "您提出的建议收悉。",
            "临江市科学技术局",
            "2026年6月12日",
            "共同推进项目建设。",
            "一、打印服务",
            "A",
            "中小",
            "下载情况",
        ] {
            assert_eq!(reason(line), None, "{line}");
        }
    }

    #[test]
    fn feedback_forms() {
        for line in [
            "人大代表建议办理情况征询意见表",
            "附件：提案办理情况反馈表",
            "满意度测评表",
            "代表意见（签字）：",
            "建议办理复文意见反馈表（代表填写）",
        ] {
            assert!(is_feedback_form(line), "{line}");
        }
        for line in ["广泛征求意见。", "三、完善意见反馈机制", "关于征求意见的函"] {
            assert!(!is_feedback_form(line), "{line}");
        }
    }
}
