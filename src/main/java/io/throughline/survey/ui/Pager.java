package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.throughline.shared.ui.Kit;
import java.util.function.IntFunction;

/** The way to the pages before and after one of a long list; each page is an address. */
public class Pager extends Composite<Nav> {

    /**
     * @param page from 1
     * @param size rows on a page
     * @param all rows there are
     * @param href of a page
     */
    public Pager(int page, int size, int all, IntFunction<String> href) {
        getContent().addClassNames("tl-row", "survey-pager");
        getContent().setAriaLabel(getTranslation("surveys.pages"));
        if (all <= size) {
            getContent().setVisible(false);
            return;
        }
        int first = (page - 1) * size + 1;
        int last = Math.min(all, page * size);
        if (page > 1) {
            getContent().add(link(href.apply(page - 1), "surveys.page.before", "prev"));
        }
        getContent().add(Kit.dim(getTranslation("surveys.page", first, last, all)));
        if (last < all) {
            getContent().add(link(href.apply(page + 1), "surveys.page.after", "next"));
        }
    }

    private Anchor link(String href, String key, String rel) {
        var link = Kit.link(href, getTranslation(key));
        link.getElement().setAttribute("rel", rel);
        return link;
    }

    /** The page named in an address, from 1; 1 for anything else. */
    public static int of(String parameter) {
        return parameter.matches("[1-9]\\d{0,5}") ? Integer.parseInt(parameter) : 1;
    }
}
