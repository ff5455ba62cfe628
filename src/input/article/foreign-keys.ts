/**
 * Front-matter keys of blogs (Hexo, Hugo, Jekyll, VuePress), note-taking programs (Obsidian,
 * Notion, Typora, Yuque) and Pandoc. They have no meaning in print, so they are ignored with a
 * warning instead of being reported as misspelt.
 */
const FOREIGN: ReadonlySet<string> = new Set(
  [
    'aliases alias tags tag category categories keywords keyword topics series type kind status',
    'layout permalink slug url link path id uid uuid guid zettel weight sort index sidebar navbar',
    'sidebar_label sidebar_position nav_order parent has_children redirect_from canonical canonical_url',
    'updated update created modified create_time update_time lastmod last_modified last_modified_at',
    'modified_time publishdate expirydate created_at updated_at published_at datetime timestamp year week',
    'cssclass cssclasses class banner banner_x banner_y banner_path icon emoji color cover cover_image',
    'thumbnail thumb image featured featured_image feature_image header_img headerimg hero top_img top',
    'top_image img index_img banner_img og_image photos gallery pin pinned sticky',
    'publish published private public password visible hidden noindex robots sitemap search archive',
    'comments comment valine share reward donate toc toc_number notoc maxdepth mathjax katex math highlight',
    'mermaid excerpt summary description abstract desc intro copyright license source original',
    'lang language locale charset encoding translation i18n presenter theme template_engine plugin plugins',
    'output documentclass geometry mainfont fontsize bibliography csl header-includes numbersections',
    'toc-depth link-citations papersize header footer pagesize marp paginate',
    'readtime reading_time word_count wordcount views likes rating star starred done due priority progress',
    'email avatar homepage twitter github wechat isoriginal isoriginalcontent typora-root-url',
    'typora-copy-images-to notion-id up down prev next related parent_page breadcrumb',
    '标签 分类 类别 关键词 关键字 摘要 简介 描述 别名 封面图 头图 题图 缩略图 置顶 发布 发布状态 状态 公开',
    '创建 创建日期 创建时间 更新 更新日期 更新时间 修改日期 修改时间 最后修改 发布时间 发布日期 原文链接 链接',
    '网址 版权 许可 评论 语言 字数 阅读时间 进度 优先级 专题 话题',
  ].flatMap((line) => line.split(' ')),
)

/** Whether a key belongs to another program and has no meaning in print. Case is ignored. */
export const isForeignKey = (name: string): boolean => FOREIGN.has(name.trim().toLowerCase())
